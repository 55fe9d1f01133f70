package org.tsurutus.hunt.lateral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RemoteStartsTest {
    private static final String CONNECTED =
            "evt=net subEvt=con com=\"A\" tmid=1 psGUID={A1} psPath=\"C:\\a.exe\" srcIP=10.0.0.2 srcPort=5000 dstIP=10.0.0.3 dstPort=7445";
    private static final String ACCEPTED =
            "evt=net subEvt=acpt com=\"B\" tmid=2 psGUID={B0} psPath=\"C:\\host.exe\" srcIP=10.0.0.2 srcPort=5000 dstIP=10.0.0.3 dstPort=7445";
    private static final String LOGGED_ON =
            "evt=session subEvt=loginR com=\"B\" tmid=2 usr=\"admin\" srcIP=\"10.0.0.2\" srcPort=\"5000\"";
    private static final String OTHER_LOGON =
            "evt=session subEvt=loginR com=\"B\" tmid=2 usr=\"admin\" srcIP=\"10.0.0.2\" srcPort=\"4999\"";
    private static final String STARTED =
            "evt=ps subEvt=start com=\"B\" tmid=2 rcIP=\"10.0.0.2\" psGUID={B1} psPath=\"C:\\b.exe\" cmd=\"go\" parentGUID={B0} psUser=\"admin\"";
    private static final String CHILD =
            "evt=ps subEvt=start com=\"B\" tmid=2 rcIP=\"10.0.0.2\" psGUID={B2} psPath=\"C:\\c.exe\" cmd=\"\" parentGUID={B1} psUser=\"admin\"";

    private static List<RemoteStart> of(String... lines) {
        return RemoteStarts.of(Written.log(lines));
    }

    @Test
    void theProcessBehindAConnectionIsWhoStartedAProcessOnTheOtherPc() {
        List<RemoteStart> starts = of(CONNECTED, ACCEPTED, OTHER_LOGON, LOGGED_ON, STARTED, CHILD);

        assertThat(starts).hasSize(1);
        assertThat(starts.getFirst().by()).contains(new Actor("1", "A", "{A1}", "C:\\a.exe"));
        assertThat(starts.getFirst().started()).isEqualTo(new Actor("2", "B", "{B1}", "C:\\b.exe"));
        assertThat(starts.getFirst().commandLine()).isEqualTo("go");
        assertThat(starts.getFirst().account()).isEqualTo("admin");
        assertThat(starts.getFirst().address()).isEqualTo("10.0.0.2");
        assertThat(starts.getFirst().port()).isEqualTo("5000");
    }

    @Test
    void aLogonOverAnotherConnectionSaysNothing() {
        List<RemoteStart> starts = of(CONNECTED, ACCEPTED, OTHER_LOGON, STARTED);

        assertThat(starts).hasSize(1);
        assertThat(starts.getFirst().by()).isEmpty();
        assertThat(starts.getFirst().port()).isEmpty();
    }

    @Test
    void aStartWhoseSourceNoLogShowsIsStillTold() {
        List<RemoteStart> starts = of(ACCEPTED, LOGGED_ON, STARTED);

        assertThat(starts).hasSize(1);
        assertThat(starts.getFirst().by()).isEmpty();
        assertThat(starts.getFirst().port()).isEqualTo("5000");
    }
}
