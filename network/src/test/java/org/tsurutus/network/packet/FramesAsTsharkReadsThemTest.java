package org.tsurutus.network.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsurutus.network.packet.SomeFrames.HERE;
import static org.tsurutus.network.packet.SomeFrames.THERE;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.network.Tshark;

class FramesAsTsharkReadsThemTest {
    private static final long SEED = 20_261_123;
    private static final String GOOD = "1";

    @TempDir Path folder;

    @Test
    void noFrameIsMalformedAndEveryChecksumIsGood() throws Exception {
        List<Octets> frames = SomeFrames.all(new SplittableRandom(SEED));
        Path capture = Tshark.classicCapture(folder.resolve("all.pcap"), frames);

        assertThat(Tshark.fields(capture, "_ws.malformed", "frame.number")).isEmpty();
        assertThat(Tshark.fields(capture, "ip", "ip.checksum.status"))
                .hasSize(6)
                .allSatisfy(status -> assertThat(status).containsExactly(GOOD));
        assertThat(Tshark.fields(capture, "tcp", "tcp.checksum.status"))
                .containsExactly(List.of(GOOD), List.of(GOOD));
        assertThat(Tshark.fields(capture, "udp", "udp.checksum.status"))
                .containsExactly(List.of(GOOD), List.of(GOOD), List.of(GOOD));
        assertThat(Tshark.fields(capture, "icmp", "icmp.checksum.status"))
                .containsExactly(List.of(GOOD));
    }

    @Test
    void checksumsAreGoodForEveryLengthAndContent() throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Octets> frames =
                IntStream.range(0, 300)
                        .mapToObj(length ->
                                length % 2 == 0
                                        ? SomeFrames.udp(SomeFrames.bytes(random, length))
                                        : SomeFrames.udp6(SomeFrames.bytes(random, length)))
                        .toList();
        Path capture = Tshark.classicCapture(folder.resolve("lengths.pcap"), frames);

        assertThat(Tshark.fields(capture, "udp.checksum.status == 1", "udp.length"))
                .hasSize(300)
                .element(299)
                .isEqualTo(List.of("307"));
    }

    @Test
    void theFieldsAreThoseThatWereBuilt() throws Exception {
        List<Octets> frames = SomeFrames.all(new SplittableRandom(SEED));
        Path capture = Tshark.classicCapture(folder.resolve("all.pcap"), frames);

        assertThat(
                        Tshark.fields(
                                capture,
                                "arp",
                                "eth.src",
                                "eth.dst",
                                "arp.opcode",
                                "arp.src.hw_mac",
                                "arp.src.proto_ipv4",
                                "arp.dst.hw_mac",
                                "arp.dst.proto_ipv4"))
                .containsExactly(
                        List.of(
                                "52:54:00:00:00:01",
                                "52:54:00:00:00:02",
                                "1",
                                "52:54:00:00:00:01",
                                "10.1.2.3",
                                "00:00:00:00:00:00",
                                "192.168.200.254"));
        assertThat(Tshark.fields(capture, "icmp", "icmp.type", "icmp.ident", "icmp.seq"))
                .containsExactly(List.of("8", "4660", "7"));
        assertThat(
                        Tshark.fields(
                                capture,
                                "tcp",
                                "ip.src",
                                "tcp.srcport",
                                "tcp.dstport",
                                "tcp.seq_raw",
                                "tcp.ack_raw",
                                "tcp.flags.str",
                                "tcp.window_size_value",
                                "tcp.options.mss_val",
                                "tcp.len"))
                .containsExactly(
                        List.of(
                                "10.1.2.3",
                                "49152",
                                "50001",
                                "4294967290",
                                "3000000000",
                                "··········S·",
                                "65535",
                                "1460",
                                "0"),
                        List.of(
                                "10.1.2.3",
                                "49152",
                                "50001",
                                "4294967290",
                                "3000000000",
                                "·······AP···",
                                "65535",
                                "",
                                "1399"));
        assertThat(
                        Tshark.fields(
                                capture,
                                "ip.flags.mf == 1",
                                "ip.id",
                                "ip.ttl",
                                "ip.frag_offset",
                                "ip.hdr_len",
                                "ip.len"))
                .containsExactly(List.of("0xbeef", "3", "185", "24", "824"));
        assertThat(Tshark.fields(capture, "ipv6", "ipv6.src", "ipv6.dst", "ipv6.hlim", "ipv6.nxt"))
                .containsExactly(
                        List.of(
                                SomeFrames.HERE6.toString(),
                                SomeFrames.THERE6.toString(),
                                "9",
                                "17"));
        assertThat(Tshark.fields(capture, "vlan", "vlan.id", "vlan.priority", "udp.dstport"))
                .containsExactly(List.of("5", "3", "2000"));
    }

    @Test
    void whatIsBuiltIsReadBackAsItWas() {
        Octets payload = SomeFrames.bytes(new SplittableRandom(SEED), 99);
        Octets frame =
                SomeFrames.tcp(TcpFlags.of(TcpFlag.SYN, TcpFlag.ACK), OptionalInt.of(536), payload);

        Ethernet ethernet = Ethernet.read(frame).orElseThrow();
        assertThat(ethernet.octets()).isEqualTo(frame);
        assertThat(ethernet.packet())
                .isInstanceOfSatisfying(
                        Ipv4.class,
                        ipv4 -> {
                            assertThat(ipv4.octets()).isEqualTo(ethernet.payload());
                            assertThat(ipv4.isIntact()).isTrue();
                            assertThat(ipv4.segment())
                                    .isInstanceOfSatisfying(
                                            Tcp.class,
                                            tcp -> {
                                                assertThat(tcp.octets(HERE, THERE))
                                                        .isEqualTo(ipv4.payload());
                                                assertThat(tcp.payload()).isEqualTo(payload);
                                                assertThat(tcp.maximumSegmentSize()).hasValue(536);
                                                assertThat(tcp.flags()).hasToString("SYN ACK");
                                            });
                        });
    }
}
