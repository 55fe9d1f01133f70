package org.tsurutus.hunt.lateral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlantedStartsTest {
    private static final String COPIED =
            "evt=file subEvt=close com=\"A\" tmid=1 psGUID={A1} psPath=\"C:\\a.exe\" path=\"\\\\B\\C$\\dir\\b.exe\" write=10 sha256=11";
    private static final String STARTED =
            "evt=ps subEvt=start com=\"B\" ip=\"10.0.0.3,fe80::3\" tmid=2 psGUID={B1} psPath=\"C:\\Dir\\b.exe\" cmd=\"go\" sha256=11";

    private static List<PlantedStart> of(String... lines) {
        return PlantedStarts.of(Written.log(lines));
    }

    @Test
    void aProgramThatAnotherPcWroteIsKnownWhenItStarts() {
        List<PlantedStart> starts = of(COPIED, STARTED);

        assertThat(starts).hasSize(1);
        assertThat(starts.getFirst().by()).isEqualTo(new Actor("1", "A", "{A1}", "C:\\a.exe"));
        assertThat(starts.getFirst().path()).isEqualTo("\\\\B\\C$\\dir\\b.exe");
        assertThat(starts.getFirst().started())
                .isEqualTo(new Actor("2", "B", "{B1}", "C:\\Dir\\b.exe"));
        assertThat(starts.getFirst().commandLine()).isEqualTo("go");
        assertThat(starts.getFirst().sha256()).isEqualTo("11");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.3", "FE80::3", "b"})
    void thePcMayBeNamedByItsAddressToo(String host) {
        assertThat(of(COPIED.replace("\\\\B\\", "\\\\" + host + "\\"), STARTED)).hasSize(1);
    }

    @Test
    void whoWroteItLastPlantedIt() {
        String again = COPIED.replace("{A1}", "{A2}");

        assertThat(of(COPIED, again, STARTED))
                .extracting(start -> start.by().psGuid())
                .containsExactly("{A2}");
    }

    @Test
    void aProgramOfAnotherNamePcOrContentWasNotPlanted() {
        assertThat(of(COPIED, STARTED.replace("b.exe", "c.exe"))).isEmpty();
        assertThat(of(COPIED, STARTED.replace("\"B\"", "\"C\"").replace("10.0.0.3", "10.0.0.4")))
                .isEmpty();
        assertThat(of(COPIED, STARTED.replace("sha256=11", "sha256=12"))).isEmpty();
        assertThat(of(COPIED, STARTED.replace("Dir\\b", "Dir\\xb"))).isEmpty();
    }

    @Test
    void aFileThatWasOnlyReadOrIsLocalPlantsNothing() {
        assertThat(of(COPIED.replace("write=10", "write=0"), STARTED)).isEmpty();
        assertThat(of(COPIED.replace("\\\\B\\C$\\", "C:\\"), STARTED)).isEmpty();
        assertThat(of(STARTED, COPIED)).isEmpty();
    }
}
