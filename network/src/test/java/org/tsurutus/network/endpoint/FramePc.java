package org.tsurutus.network.endpoint;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.tsurutus.network.lan.Lan;
import org.tsurutus.network.lan.LocalPort;
import org.tsurutus.network.packet.Ethernet;
import org.tsurutus.network.packet.Ip;
import org.tsurutus.network.packet.Ipv4;
import org.tsurutus.network.packet.Ipv4Address;
import org.tsurutus.network.packet.MacAddress;
import org.tsurutus.network.packet.Octets;
import org.tsurutus.network.packet.Segment;
import org.tsurutus.network.packet.Tcp;
import org.tsurutus.network.packet.TcpFlag;
import org.tsurutus.network.packet.TcpFlags;
import org.tsurutus.network.packet.Udp;

/// A PC that sends what it is told, right or wrong, and keeps every frame.
public final class FramePc {
    public static final MacAddress MAC = MacAddress.parse("52:54:00:00:00:11");
    public static final Ipv4Address ADDRESS = Ipv4Address.parse("10.77.0.11");
    public static final LanPlan PLAN =
            new LanPlan(
                    Ipv4Address.parse("10.77.0.1"),
                    24,
                    List.of(new DhcpLease(MAC, "SALES-1", ADDRESS)));

    private static final int LONG_ENOUGH = 20;

    public final List<Octets> frames = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Segment> heard = new LinkedBlockingQueue<>();
    private final LocalPort port;

    public FramePc(Lan lan) {
        port = lan.join("SALES-1", MAC, this::hear);
    }

    private void hear(byte[] bytes) {
        Octets frame = Octets.of(bytes);
        frames.add(frame);
        Ethernet.read(frame)
                .map(Ethernet::packet)
                .filter(Ip.class::isInstance)
                .map(packet -> ((Ip) packet).segment())
                .ifPresent(heard::add);
    }

    public void sendFrame(Octets frame) {
        frames.add(frame);
        port.send(frame.toArray());
    }

    public void send(Ipv4Address source, Ipv4Address target, int protocol, Octets segment) {
        sendFrame(
                Ethernet.of(
                                MAC,
                                LanPlan.MAC,
                                Ipv4.TYPE,
                                Ipv4.of(source, target, protocol, segment).octets())
                        .octets());
    }

    public void send(Ipv4Address target, Tcp tcp) {
        send(ADDRESS, target, Tcp.PROTOCOL, tcp.octets(ADDRESS, target));
    }

    public void send(Ipv4Address target, Udp udp) {
        send(ADDRESS, target, Udp.PROTOCOL, udp.octets(ADDRESS, target));
    }

    /// The next segment of a kind.
    public <T extends Segment> T next(Class<T> kind) throws InterruptedException {
        Segment segment = heard.poll(LONG_ENOUGH, TimeUnit.SECONDS);
        while (segment != null && !kind.isInstance(segment)) {
            segment = heard.poll(LONG_ENOUGH, TimeUnit.SECONDS);
        }
        if (segment == null) {
            throw new AssertionError("nothing came");
        }
        return kind.cast(segment);
    }

    /// Calls somebody.
    public Connection call(Ipv4Address target, int port, int from) {
        return new Connection(target, port, from);
    }

    /// One connection, step by step.
    public final class Connection {
        public final Ipv4Address target;
        public final int port;
        public final int from;
        public long next = 1000;
        public long expected;

        Connection(Ipv4Address target, int port, int from) {
            this.target = target;
            this.port = port;
            this.from = from;
        }

        public Tcp segment(TcpFlags flags, long sequence, String text) {
            return new Tcp(
                    from,
                    port,
                    sequence & 0xffff_ffffL,
                    expected,
                    flags,
                    65_535,
                    flags.has(TcpFlag.SYN) ? OptionalInt.of(1460) : OptionalInt.empty(),
                    Octets.of(text.getBytes(StandardCharsets.US_ASCII)));
        }

        public void send(TcpFlags flags, long sequence, String text) {
            FramePc.this.send(target, segment(flags, sequence, text));
        }

        /// Calls; the answer.
        public Tcp begin() throws InterruptedException {
            send(TcpFlags.of(TcpFlag.SYN), next, "");
            Tcp answer = FramePc.this.next(Tcp.class);
            next++;
            expected = answer.sequence() + 1 & 0xffff_ffffL;
            return answer;
        }

        public void open() throws InterruptedException {
            Tcp answer = begin();
            if (!answer.has(TcpFlag.SYN)) {
                throw new AssertionError("refused: " + answer);
            }
            acknowledge();
        }

        public void acknowledge() {
            send(TcpFlags.of(TcpFlag.ACK), next, "");
        }

        public void say(String text) {
            send(TcpFlags.of(TcpFlag.PSH, TcpFlag.ACK), next, text);
            next += text.length();
        }

        /// Listens, acknowledging everything, until the other ends or hangs up, or has said
        /// something.
        public String listen(String until) throws InterruptedException {
            StringBuilder text = new StringBuilder();
            while (true) {
                Tcp tcp = FramePc.this.next(Tcp.class);
                if (tcp.has(TcpFlag.RST)) {
                    return text + "[reset]";
                }
                if (tcp.sequence() == expected) {
                    text.append(new String(tcp.payload().toArray(), StandardCharsets.ISO_8859_1));
                    expected = expected + tcp.payload().length() & 0xffff_ffffL;
                    if (tcp.has(TcpFlag.FIN)) {
                        expected++;
                        acknowledge();
                        return text + "[end]";
                    }
                }
                if (tcp.payload().length() > 0) {
                    acknowledge();
                }
                if (!until.isEmpty() && text.indexOf(until) >= 0) {
                    return text.toString();
                }
            }
        }
    }

    /// What is left to hear right now.
    public Optional<Segment> left() {
        return Optional.ofNullable(heard.poll());
    }
}
