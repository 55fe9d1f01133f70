package org.tsurutus.network.summary;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.tsurutus.network.capture.Capture;
import org.tsurutus.network.capture.ProcessNames;
import org.tsurutus.network.packet.Ethernet;
import org.tsurutus.network.packet.Ipv4;
import org.tsurutus.network.packet.Ipv4Address;
import org.tsurutus.network.packet.MacAddress;
import org.tsurutus.network.packet.Octets;
import org.tsurutus.network.packet.Tcp;
import org.tsurutus.network.packet.TcpFlag;
import org.tsurutus.network.packet.TcpFlags;
import org.tsurutus.network.packet.Udp;

/// A capture of our own in which two PCs say what a test gives them.
final class Wiretap implements AutoCloseable {
    static final Ipv4Address CLIENT = Ipv4Address.parse("10.0.0.1");
    static final Ipv4Address SERVER = Ipv4Address.parse("10.0.0.2");
    static final long START = 1_795_000_000_000_000_000L;

    private static final MacAddress CLIENT_MAC = MacAddress.parse("52:54:00:00:00:01");
    private static final MacAddress SERVER_MAC = MacAddress.parse("52:54:00:00:00:02");
    private static final long FIRST = 4_294_967_000L;

    private final Capture capture;

    /// Some bytes that one of the two says.
    record Said(boolean byClient, byte[] bytes) {}

    Wiretap(Path file) {
        AtomicLong clock = new AtomicLong(START);
        capture =
                Capture.begin(
                        file, 1L << 30, () -> clock.addAndGet(1_000_001), ProcessNames.UNKNOWN);
        capture.opened(0, "PC-01", CLIENT_MAC);
        capture.opened(1, "PC-02", SERVER_MAC);
    }

    void datagram(boolean byClient, int clientPort, int serverPort, byte[] bytes) {
        Udp udp =
                new Udp(
                        byClient ? clientPort : serverPort,
                        byClient ? serverPort : clientPort,
                        Octets.of(bytes));
        send(byClient, Udp.PROTOCOL, udp.octets(source(byClient), source(!byClient)));
    }

    /// A whole connection: what is said is cut into segments of at most some bytes; some are sent
    /// twice, some overlap and neighbours are swapped if there is a random to say which.
    void connection(
            int clientPort, int serverPort, List<Said> dialogue, int most, SplittableRandom random)
            throws IOException {
        long[] next = {FIRST, FIRST};
        int[] ports = {clientPort, serverPort};
        segment(true, ports, next, TcpFlags.of(TcpFlag.SYN), Octets.NONE);
        next[0]++;
        segment(false, ports, next, TcpFlags.of(TcpFlag.SYN, TcpFlag.ACK), Octets.NONE);
        next[1]++;
        for (Said said : dialogue) {
            int side = said.byClient() ? 0 : 1;
            long begin = next[side];
            Octets bytes = Octets.of(said.bytes());
            List<int[]> parts = new ArrayList<>();
            for (int at = 0; at < bytes.length(); at += most) {
                parts.add(new int[] {at, Math.min(most, bytes.length() - at)});
            }
            shake(parts, bytes.length(), random);
            for (int[] part : parts) {
                next[side] = begin + part[0];
                segment(
                        said.byClient(),
                        ports,
                        next,
                        TcpFlags.of(TcpFlag.PSH, TcpFlag.ACK),
                        bytes.slice(part[0], part[1]));
            }
            next[side] = begin + bytes.length();
        }
        segment(true, ports, next, TcpFlags.of(TcpFlag.FIN, TcpFlag.ACK), Octets.NONE);
        segment(false, ports, next, TcpFlags.of(TcpFlag.FIN, TcpFlag.ACK), Octets.NONE);
    }

    private static void shake(List<int[]> parts, int length, SplittableRandom random) {
        for (int i = parts.size() - 1; i > 0; i--) {
            int[] part = parts.get(i);
            switch (random.nextInt(6)) {
                case 0 -> parts.add(i, part);
                case 1 -> Collections.swap(parts, i, i - 1);
                case 2 -> part[1] = Math.min(length - part[0], part[1] + random.nextInt(9));
                default -> {}
            }
        }
    }

    private void segment(
            boolean byClient, int[] ports, long[] next, TcpFlags flags, Octets payload) {
        int side = byClient ? 0 : 1;
        Tcp tcp =
                new Tcp(
                        ports[side],
                        ports[1 - side],
                        next[side] & 0xffff_ffffL,
                        next[1 - side] & 0xffff_ffffL,
                        flags,
                        65_535,
                        OptionalInt.empty(),
                        payload);
        send(byClient, Tcp.PROTOCOL, tcp.octets(source(byClient), source(!byClient)));
    }

    private static Ipv4Address source(boolean byClient) {
        return byClient ? CLIENT : SERVER;
    }

    private void send(boolean byClient, int protocol, Octets segment) {
        Octets packet = Ipv4.of(source(byClient), source(!byClient), protocol, segment).octets();
        MacAddress source = byClient ? CLIENT_MAC : SERVER_MAC;
        MacAddress target = byClient ? SERVER_MAC : CLIENT_MAC;
        frame(byClient, Ethernet.of(source, target, Ipv4.TYPE, packet).octets());
    }

    void frame(boolean byClient, Octets frame) {
        ByteBuffer wire = ByteBuffer.allocate(frame.length());
        frame.putInto(wire);
        capture.frame(byClient ? 0 : 1, wire, 0, frame.length());
    }

    @Override
    public void close() {
        capture.close();
    }
}
