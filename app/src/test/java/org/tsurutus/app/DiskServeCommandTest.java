package org.tsurutus.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiskServeCommandTest {
    @TempDir Path folder;
    private String store = "";

    @BeforeEach
    void makeAStore() {
        store = folder.resolve("store").toString();
        Said said = Said.by(List.of("disk", "init", "--kind", "qcow2", "--store", store));
        assertThat(said.errors()).isEmpty();
    }

    private Said serve(String... arguments) {
        List<String> words = new ArrayList<>(List.of("disk", "serve", "--store", store));
        words.addAll(List.of("--dry-run", "--at", "lo"));
        words.addAll(List.of(arguments));
        return Said.by(words);
    }

    @Test
    void aDryRunSaysWhatWouldBeStartedAndTold() {
        Said said =
                serve(
                        "--addresses",
                        "127.0.0.11-127.0.0.20",
                        "--pc",
                        "win7-x86-pc1=52:54:00:77:00:01",
                        "--pc",
                        "old=52:54:00:77:00:02",
                        "--own-driver",
                        "old",
                        "--router",
                        "127.0.0.1");

        assertThat(said.errors()).isEmpty();
        assertThat(said.output().lines())
                .contains(
                        "listen at 127.0.0.1:8067 (HTTP)",
                        "  dhcp-host=52:54:00:77:00:01,set:pc-win7-x86-pc1,127.0.0.11,win7-x86-pc1",
                        "  dhcp-host=52:54:00:77:00:02,set:pc-old,set:own-driver,127.0.0.12,old",
                        "  dhcp-option=option:router,127.0.0.1",
                        "  dhcp-option=option:dns-server");
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.11-127.0.0.20, pc1, is no PC",
        "127.0.0.11-127.0.0.20, pc1=x, is no card's address",
        "127.0.0.11-127.0.0.20, PC_1=52:54:00:77:00:01, cannot name a PC",
        "127.0.0.11, pc1=52:54:00:77:00:01, is no range",
        "10.9.8.1-10.9.8.9, pc1=52:54:00:77:00:01, no interface lo has an address",
    })
    void badInputIsOneClearLine(String addresses, String pc, String words) {
        Said said = serve("--addresses", addresses, "--pc", pc);

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.errors()).contains(words).hasLineCount(1);
    }
}
