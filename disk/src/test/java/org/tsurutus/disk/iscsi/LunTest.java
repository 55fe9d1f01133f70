package org.tsurutus.disk.iscsi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsurutus.disk.DiskException;

class LunTest {
    private static final Chap CHAP = new Chap("pc1", "correct-horse");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pc1",
                "iqn.2026-01.org.tsurutus/../../x",
                "iqn.2026-01.org.tsurutus:a/b",
                "iqn.2026-01.org.tsurutus:PC1",
                "iqn.2026-01.org.tsurutus:pc 1",
                "iqn.26-1.org.tsurutus:pc1"
            })
    void whatIsNoIscsiNameIsRefused(String name) {
        assertThatThrownBy(
                        () -> new Lun(name, Path.of("/dev/null"), false, "iqn.2026-01.org:a", CHAP))
                .isInstanceOf(DiskException.class)
                .hasMessageContaining("\"" + name + "\" is no iSCSI name");
    }

    @Test
    void aPathThatATargetWouldTakeForOptionsIsRefused() {
        assertThatThrownBy(() ->
                        new Lun(
                                "iqn.2026-01.org:a",
                                Path.of("/tmp/x,readonly=0"),
                                true,
                                "iqn.2026-01.org:b",
                                CHAP))
                .isInstanceOf(DiskException.class)
                .hasMessageContaining("avoid spaces and commas");
    }

    @Test
    void aSecretIsNeverPrintedAndHasTwelveLettersAtLeast() {
        assertThat(CHAP.toString()).isEqualTo("Chap[pc1]");
        assertThatThrownBy(() -> new Chap("pc1", "short"))
                .isInstanceOf(DiskException.class)
                .hasMessageContaining("a secret of 12 to 64")
                .hasMessageNotContaining("short\"");
    }
}
