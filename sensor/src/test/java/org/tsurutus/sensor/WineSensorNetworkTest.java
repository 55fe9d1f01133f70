package org.tsurutus.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsurutus.sensor.Guest.SPEC;
import static org.tsurutus.sensor.Guest.SPEC_PID;
import static org.tsurutus.sensor.GuestSockets.DATAGRAM;
import static org.tsurutus.sensor.GuestSockets.IN_PROGRESS;
import static org.tsurutus.sensor.GuestSockets.STREAM;
import static org.tsurutus.sensor.GuestSockets.at;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.sensor.trace.Endpoint;

class WineSensorNetworkTest {
    private static final Endpoint NOWHERE = at("0.0.0.0", 0);
    private static final Endpoint OWN = at("10.0.2.15", 49_152);
    private static final Endpoint REMOTE = at("93.184.216.34", 443);
    private static final int SOCKET = 0x64;

    @TempDir private Path directory;
    private final Guest guest = new Guest().specimen();
    private final GuestSockets sockets = new GuestSockets(guest, SPEC).make(SOCKET, STREAM);

    @Test
    void aConnectionIsAttemptedEstablishedAndGivenUpWithItsBytes() {
        sockets.connect(SOCKET, OWN, REMOTE, 0).close(SOCKET);
        guest.countedSocket(GuestSockets.inode(SOCKET), 1_000, 20);
        Run run = run();
        for (String kind : List.of("net/con", "net/est", "net/dcon")) {
            assertThat(ends(run.only(kind)))
                    .as(kind)
                    .containsExactly("10.0.2.15", "49152", "93.184.216.34", "443");
            assertThat(run.only(kind).value("psPath")).contains("C:\\spec.exe");
        }
        assertThat(run.only("net/dcon").value("recv")).contains("1000");
        assertThat(run.only("net/dcon").value("send")).contains("20");
        assertThat(run.only("net/con").value("recv")).isEmpty();
        run.hasNoGaps();
    }

    @Test
    void theKernelTellsLaterThatAConnectionStands() {
        sockets.connect(SOCKET, OWN, REMOTE, IN_PROGRESS);
        assertThat(run().of("net/est")).isEmpty();
        kernelConnects();
        Run run = run();
        assertThat(ends(run.only("net/est"))).isEqualTo(ends(run.only("net/con")));
    }

    @Test
    void theKernelMayTellBeforeTheWineserver() {
        kernelConnects();
        sockets.connect(SOCKET, OWN, REMOTE, IN_PROGRESS);
        assertThat(run().of("net/est")).hasSize(1);
    }

    @Test
    void bothWitnessesMakeOneConnectionAndNoneOfTheNext() {
        sockets.connect(SOCKET, OWN, REMOTE, 0);
        kernelConnects();
        sockets.close(SOCKET).make(SOCKET, STREAM).connect(SOCKET, OWN, REMOTE, IN_PROGRESS);
        Run run = run();
        assertThat(run.of("net/con")).hasSize(2);
        assertThat(run.of("net/est")).hasSize(1);
    }

    @Test
    void anAttemptThatFailsIsOnlyAnAttempt() {
        sockets.connect(SOCKET, OWN, REMOTE, IN_PROGRESS).close(SOCKET);
        guest.countedSocket(GuestSockets.inode(SOCKET), 0, 0);
        Run run = run();
        assertThat(run.of("net/con")).hasSize(1);
        assertThat(run.of("net/est")).isEmpty();
        assertThat(run.of("net/dcon")).isEmpty();
        run.hasNoGaps();
    }

    @Test
    void anAttemptWithoutAnAddressOfItsOwnIsFromThePc() {
        sockets.connect(SOCKET, NOWHERE, REMOTE, IN_PROGRESS)
                .connect(SOCKET, at("::", 0), at("2001:db8::1", 80), IN_PROGRESS)
                .connect(SOCKET, at("0.0.0.0", 5_000), at("127.0.0.1", 80), IN_PROGRESS);
        Run run = run();
        assertThat(run.values("net/con", "srcIP"))
                .containsExactly("10.0.2.15", "fe80::1", "127.0.0.1");
        assertThat(run.values("net/con", "srcPort")).containsExactly("-", "-", "5000");
        assertThat(run.values("net/con", "dstIP"))
                .containsExactly("93.184.216.34", "2001:db8::1", "127.0.0.1");
    }

    @Test
    void aTakenConnectionComesFromTheFarEnd() {
        Endpoint port = at("0.0.0.0", 8_080);
        sockets.bind(SOCKET, port)
                .listen(SOCKET, port)
                .accept(SOCKET, 0x68, at("10.0.2.15", 8_080), at("10.0.2.2", 5_555))
                .close(0x68);
        guest.countedSocket(GuestSockets.inode(0x68), 7, 8);
        Run run = run();
        assertThat(run.only("net/lsn").value("port")).contains("8080");
        assertThat(ends(run.only("net/acpt")))
                .containsExactly("10.0.2.2", "5555", "10.0.2.15", "8080");
        assertThat(ends(run.only("net/dcon")))
                .containsExactly("10.0.2.15", "8080", "10.0.2.2", "5555");
        assertThat(run.only("net/dcon").value("recv")).contains("7");
        run.hasNoGaps();
    }

    @Test
    void bytesThatAreNeverCountedAreMissingFromTheRecordAndCounted() {
        sockets.connect(SOCKET, OWN, REMOTE, 0).close(SOCKET);
        guest.pause(3).note("later").pause(1).note("much later");
        Run run = new Run(directory, Map.of());
        run.sensor.startRecording(Run.GO, Run.GO_NANOS, Optional.empty());
        guest.facts().forEach(run.sensor::accept);
        assertThat(run.only("net/dcon").value("recv")).isEmpty();
        assertThat(run.gap("closes without byte counts")).isEqualTo(1);
    }

    @Test
    void aPortForDatagramsIsOpenedOnce() {
        sockets.make(0x68, DATAGRAM)
                .bind(0x68, NOWHERE)
                .bind(0x68, at("0.0.0.0", 6_000))
                .connect(0x68, at("10.0.2.15", 6_000), at("8.8.8.8", 53), 0)
                .close(0x68);
        Run run = run();
        assertThat(run.only("net/openUDP").value("port")).contains("6000");
        assertThat(run.of("net/con")).isEmpty();
        assertThat(run.of("net/dcon")).isEmpty();
        run.hasNoGaps();
    }

    @Test
    void aBoundStreamOpensNoPortForDatagramsAndADatagramSocketDoesNotListen() {
        sockets.bind(SOCKET, OWN).make(0x68, DATAGRAM).listen(0x68, OWN);
        Run run = run();
        assertThat(run.of("net/openUDP")).isEmpty();
        assertThat(run.of("net/lsn")).isEmpty();
    }

    @Test
    void aQuestionToANameServerIsTheProcessesThatAsked() {
        byte[] question =
                "\0\1\1\0\0\1\0\0\0\0\0\0\3www\7example\3com\0\0\1\0\1"
                        .getBytes(StandardCharsets.ISO_8859_1);
        guest.datagram(SPEC_PID, question)
                .datagram(0x999, question)
                .datagram(SPEC_PID, new byte[0]);
        MarkIIRecord query = run().only("net/dnsQuery");
        assertThat(query.value("dstHost")).contains("www.example.com");
        assertThat(query.value("dstIP")).contains("10.0.2.3");
        assertThat(query.value("dstPort")).contains("53");
        assertThat(query.value("psPath")).contains("C:\\spec.exe");
    }

    @Test
    void askingAgainSoonIsTheSameLookUp() {
        byte[] question =
                "\0\1\1\0\0\1\0\0\0\0\0\0\1a\0\0\1\0\1".getBytes(StandardCharsets.ISO_8859_1);
        byte[] other =
                "\0\1\1\0\0\1\0\0\0\0\0\0\1b\0\0\1\0\1".getBytes(StandardCharsets.ISO_8859_1);
        guest.datagram(SPEC_PID, question)
                .datagram(SPEC_PID, question)
                .datagram(SPEC_PID, other)
                .pause(11)
                .datagram(SPEC_PID, question);
        assertThat(run().values("net/dnsQuery", "dstHost")).containsExactly("a", "b", "a");
    }

    @Test
    void aSocketThatWasConnectedAndTriesAgainInVainEndsTheConnectionThatStood() {
        sockets.connect(SOCKET, OWN, REMOTE, 0)
                .connect(SOCKET, NOWHERE, at("10.0.2.99", 1), 101)
                .close(SOCKET);
        guest.countedSocket(GuestSockets.inode(SOCKET), 1, 2);
        Run run = run();
        assertThat(run.of("net/con")).hasSize(2);
        assertThat(ends(run.only("net/dcon"))).isEqualTo(ends(run.only("net/est")));
    }

    @Test
    void whatNobodyMadeIsNotFollowed() {
        sockets.connect(0x999, OWN, REMOTE, 0).accept(0x998, 0x997, OWN, REMOTE).close(0x997);
        guest.connected("10.0.2.15", 1, "10.0.2.2", 2);
        Run run = run();
        assertThat(run.records).extracting(MarkIIRecord::kind).containsExactly("ps/start");
    }

    private void kernelConnects() {
        guest.connected(OWN.address(), OWN.port(), REMOTE.address(), REMOTE.port());
    }

    private static List<String> ends(MarkIIRecord record) {
        return List.of(
                record.value("srcIP", "-"),
                record.value("srcPort", "-"),
                record.value("dstIP", "-"),
                record.value("dstPort", "-"));
    }

    private Run run() {
        return Run.of(directory, guest.facts());
    }
}
