package org.tsurutus.farm.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tsurutus.markii.MarkIIReader;
import org.tsurutus.network.packet.FiveTuple;
import org.tsurutus.network.packet.Ipv4Address;
import org.tsurutus.network.packet.Tcp;
import org.tsurutus.network.packet.Udp;

class ConnectionOwnersTest {
    private static final Ipv4Address PC1 = Ipv4Address.parse("10.77.0.11");
    private static final Ipv4Address PC2 = Ipv4Address.parse("10.77.0.12");
    private static final String CALLER = "C:\\a.exe {1}";

    private final ConnectionOwners owners = new ConnectionOwners();

    private void see(String line) {
        owners.see(MarkIIReader.record("03/07/2017 10:00:00.000 +0900 " + line));
    }

    private Optional<String> owner(
            String pc, int protocol, Ipv4Address source, int port, Ipv4Address target, int to) {
        return owners.sender(pc, new FiveTuple(protocol, source, port, target, to));
    }

    @Test
    void whoCallsAndWhoAnswersAreNamedAtTheirOwnEnds() {
        see(
                "com=PC1 evt=net subEvt=con psGUID={1} psPath=\"C:\\a.exe\" srcIP=10.77.0.11 srcPort=1024 dstIP=10.77.0.12 dstPort=445");
        see(
                "com=PC2 evt=net subEvt=acpt psGUID={2} psPath=\"System\" srcIP=10.77.0.11 srcPort=1024 dstIP=10.77.0.12 dstPort=445");

        assertThat(owner("PC1", Tcp.PROTOCOL, PC1, 1024, PC2, 445)).contains(CALLER);
        assertThat(owner("PC2", Tcp.PROTOCOL, PC2, 445, PC1, 1024)).contains("System {2}");
    }

    @Test
    void aPcThatLiesAboutItsAddressIsStillNamedByItsOwnPort() {
        see("com=PC1 evt=net subEvt=openUDP psGUID={1} psPath=\"C:\\a.exe\" port=53");

        assertThat(owner("PC1", Udp.PROTOCOL, PC2, 53, PC2, 9)).contains(CALLER);
        assertThat(owner("PC2", Udp.PROTOCOL, PC1, 53, PC2, 9)).isEmpty();
    }

    @Test
    void anotherConnectionOfTheSamePortIsNotNamed() {
        see(
                "com=PC1 evt=net subEvt=con psGUID={1} psPath=\"C:\\a.exe\" srcIP=10.77.0.11 srcPort=1024 dstIP=10.77.0.12 dstPort=445");

        assertThat(owner("PC1", Tcp.PROTOCOL, PC1, 1024, PC2, 446)).isEmpty();
        assertThat(owner("PC1", Udp.PROTOCOL, PC1, 1024, PC2, 445)).isEmpty();
    }

    @Test
    void whatHasBeenSilentLongestIsForgotten() {
        for (int port = 0; port <= 65_536; port++) {
            see("com=PC1 evt=net subEvt=openUDP psGUID={1} psPath=\"C:\\a.exe\" port=" + port);
        }

        assertThat(owner("PC1", Udp.PROTOCOL, PC1, 0, PC2, 9)).isEmpty();
        assertThat(owner("PC1", Udp.PROTOCOL, PC1, 1, PC2, 9)).contains(CALLER);
    }
}
