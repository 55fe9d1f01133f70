package org.tsurutus.network.packet;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/// One frame of each kind that is built here.
final class SomeFrames {
    static final MacAddress ONE = MacAddress.parse("52:54:00:00:00:01");
    static final MacAddress TWO = MacAddress.parse("52:54:00:00:00:02");
    static final Ipv4Address HERE = Ipv4Address.parse("10.1.2.3");
    static final Ipv4Address THERE = Ipv4Address.parse("192.168.200.254");
    static final Ipv6Address HERE6 = new Ipv6Address(0xfe80L << 48, 0x5054_00ff_fe00_0001L);
    static final Ipv6Address THERE6 = new Ipv6Address(0x2001_0db8_0000_0001L, 0x10L);

    private SomeFrames() {}

    static List<Octets> all(SplittableRandom random) {
        return List.of(
                arp(),
                ping(bytes(random, 57)),
                udp(bytes(random, 301)),
                tcp(TcpFlags.of(TcpFlag.SYN), OptionalInt.of(1460), Octets.NONE),
                tcp(
                        TcpFlags.of(TcpFlag.PSH, TcpFlag.ACK),
                        OptionalInt.empty(),
                        bytes(random, 1399)),
                part(bytes(random, 800)),
                udp6(bytes(random, 33)),
                tagged(bytes(random, 20)));
    }

    static Octets bytes(SplittableRandom random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Octets.of(bytes);
    }

    static Octets arp() {
        return frame(Arp.TYPE, Arp.request(ONE, HERE, THERE).octets());
    }

    static Octets ping(Octets payload) {
        Octets echo = new IcmpEcho(false, 0x1234, 7, payload).octets();
        return frame(Ipv4.TYPE, Ipv4.of(HERE, THERE, IcmpEcho.PROTOCOL, echo).octets());
    }

    static Octets udp(Octets payload) {
        Octets datagram = new Udp(40_000, 50_000, payload).octets(HERE, THERE);
        return frame(Ipv4.TYPE, Ipv4.of(HERE, THERE, Udp.PROTOCOL, datagram).octets());
    }

    static Octets tcp(TcpFlags flags, OptionalInt maximumSegmentSize, Octets payload) {
        Tcp tcp =
                new Tcp(
                        49_152,
                        50_001,
                        4_294_967_290L,
                        3_000_000_000L,
                        flags,
                        65_535,
                        maximumSegmentSize,
                        payload);
        Octets segment = tcp.octets(HERE, THERE);
        return frame(Ipv4.TYPE, Ipv4.of(HERE, THERE, Tcp.PROTOCOL, segment).octets());
    }

    static Octets part(Octets payload) {
        Octets noOperations = Octets.of(new byte[] {1, 1, 1, 0});
        Ipv4 part =
                new Ipv4(
                        HERE,
                        THERE,
                        Udp.PROTOCOL,
                        3,
                        0xbeef,
                        false,
                        true,
                        1480,
                        noOperations,
                        payload);
        return frame(Ipv4.TYPE, part.octets());
    }

    static Octets udp6(Octets payload) {
        Octets datagram = new Udp(546, 547, payload).octets(HERE6, THERE6);
        Ipv6 packet = new Ipv6(HERE6, THERE6, Udp.PROTOCOL, 9, Optional.empty(), datagram);
        return frame(Ipv6.TYPE, packet.octets());
    }

    static Octets tagged(Octets payload) {
        Octets datagram = new Udp(1000, 2000, payload).octets(HERE, THERE);
        Octets packet = Ipv4.of(HERE, THERE, Udp.PROTOCOL, datagram).octets();
        return new Ethernet(TWO, ONE, List.of(0x6005), Ipv4.TYPE, packet).octets();
    }

    private static Octets frame(int type, Octets packet) {
        return Ethernet.of(ONE, TWO, type, packet).octets();
    }
}
