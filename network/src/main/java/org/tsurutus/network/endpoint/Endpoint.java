package org.tsurutus.network.endpoint;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tsurutus.network.lan.Lan;
import org.tsurutus.network.lan.LocalPort;
import org.tsurutus.network.packet.Arp;
import org.tsurutus.network.packet.Ethernet;
import org.tsurutus.network.packet.Fragment;
import org.tsurutus.network.packet.IcmpEcho;
import org.tsurutus.network.packet.Ip;
import org.tsurutus.network.packet.Ipv4;
import org.tsurutus.network.packet.Ipv4Address;
import org.tsurutus.network.packet.Ipv6;
import org.tsurutus.network.packet.MacAddress;
import org.tsurutus.network.packet.Malformed;
import org.tsurutus.network.packet.Octets;
import org.tsurutus.network.packet.Tcp;
import org.tsurutus.network.packet.TcpFlag;
import org.tsurutus.network.packet.TcpFlags;
import org.tsurutus.network.packet.Udp;
import org.tsurutus.network.packet.Unread;

/// The end of a LAN that answers for its own address and, as the way out, for every address outside
/// the LAN.
///
/// Frames come on the port's thread and time goes by on another; both hold one lock while they
/// work, so that everything behind it needs none. Neither is the switch's thread.
public final class Endpoint implements AutoCloseable {
    /// How often time goes by.
    private static final Duration TICK = Duration.ofMillis(50);

    private static final int MULTICAST = 224;
    private static final int FIRST_SOURCE = 1;

    private final LanPlan plan;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final CompletableFuture<LocalPort> port = new CompletableFuture<>();
    private final EndpointTally tally = new EndpointTally();
    private final SecureRandom random = new SecureRandom();
    private final TcpTable table = new TcpTable(tally);
    private final Service service;
    private final Thread ticker;
    private boolean closed;

    private Endpoint(
            LanPlan plan, InstantSource clock, Function<Endpoint, Service> service, String owner) {
        this.plan = plan;
        this.clock = clock;
        this.service = service.apply(this);
        this.ticker = Thread.ofVirtual().name("time of " + owner).unstarted(this::letTimePass);
    }

    /// Joins a LAN.
    ///
    /// @param owner what the port is called
    /// @param plan whose addresses are whose
    /// @param clock for every timeout
    /// @param service makes what stands behind the endpoint; it must not use it yet
    public static Endpoint start(
            Lan lan,
            String owner,
            LanPlan plan,
            InstantSource clock,
            Function<Endpoint, Service> service) {
        Endpoint endpoint = new Endpoint(plan, clock, service, owner);
        endpoint.port.complete(lan.join(owner, LanPlan.MAC, endpoint::frame));
        endpoint.ticker.start();
        return endpoint;
    }

    /// What time it is.
    public Instant now() {
        return clock.instant();
    }

    /// Does something while nothing else goes on here.
    public void hold(Runnable work) {
        lock.lock();
        try {
            if (!closed) {
                work.run();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Asks something while nothing else goes on here, even after the end.
    public <T> T holding(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }

    /// What was done so far.
    public EndpointCounts counts() {
        return holding(() -> tally.counts(table.size()));
    }

    EndpointTally tally() {
        return tally;
    }

    void lose(EndpointLoss reason) {
        tally.lose(reason);
    }

    private void letTimePass() {
        try {
            while (!closed) {
                Thread.sleep(TICK);
                hold(this::tick);
            }
        } catch (InterruptedException _) {
            // closed
        }
    }

    private void tick() {
        Instant now = now();
        for (TcpLink link : table.all()) {
            guarded(link, () -> link.tick(now));
        }
        try {
            service.tick(now);
        } catch (RuntimeException _) {
            lose(EndpointLoss.FAILED);
        }
    }

    private void guarded(TcpLink link, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            lose(EndpointLoss.FAILED);
            try {
                link.reset("something of ours failed: " + e);
            } catch (RuntimeException _) {
                table.remove(link);
            }
        }
    }

    private void frame(byte[] frame) {
        port.join();
        hold(() -> take(Octets.of(frame)));
    }

    private void take(Octets frame) {
        tally.frames++;
        Ethernet ethernet = Ethernet.read(frame).orElse(null);
        if (ethernet == null) {
            lose(EndpointLoss.MALFORMED);
            return;
        }
        if (!ethernet.target().equals(LanPlan.MAC)
                && !ethernet.target().equals(MacAddress.BROADCAST)) {
            lose(EndpointLoss.OTHERS);
            return;
        }
        switch (ethernet.packet()) {
            case Arp arp -> answer(arp, ethernet.source());
            case Ipv4 ip -> take(ip, ethernet);
            case Ipv6 _, Unread _ -> lose(EndpointLoss.OTHER_PROTOCOLS);
            case Malformed _ -> lose(EndpointLoss.MALFORMED);
        }
    }

    private void answer(Arp arp, MacAddress from) {
        if (arp.operation() == Arp.REQUEST && arp.target().equals(plan.own())) {
            Octets reply = arp.reply(LanPlan.MAC).octets();
            transmit(Ethernet.of(LanPlan.MAC, from, Arp.TYPE, reply));
        } else {
            lose(EndpointLoss.OTHERS);
        }
    }

    private void take(Ipv4 ip, Ethernet ethernet) {
        boolean isToAll =
                ip.target().equals(Ipv4Address.BROADCAST) || ip.target().equals(plan.broadcast());
        if (isToAll ? !(ip.segment() instanceof Udp) : !isRoutable(ip)) {
            lose(EndpointLoss.UNROUTABLE);
            return;
        }
        if (!isToAll && plan.isInside(ip.target()) && !ip.target().equals(plan.own())) {
            lose(EndpointLoss.OTHERS);
            return;
        }
        if (!ip.isIntact()) {
            lose(EndpointLoss.MALFORMED);
            return;
        }
        switch (ip.segment()) {
            case Tcp tcp -> take(ip, tcp, ethernet.source());
            case Udp udp -> take(ip, udp, ethernet.source());
            case IcmpEcho echo -> take(ip, echo, ethernet.source());
            case Fragment _ -> lose(EndpointLoss.FRAGMENTS);
            case Unread _ -> lose(EndpointLoss.OTHER_PROTOCOLS);
            case Malformed _ -> lose(EndpointLoss.MALFORMED);
        }
    }

    /// Whether both ends can be somebody, and nobody speaks with our own address.
    private boolean isRoutable(Ip ip) {
        return ip instanceof Ipv4 packet
                && isHost(packet.source())
                && isHost(packet.target())
                && !packet.source().equals(packet.target())
                && !packet.source().equals(plan.own());
    }

    private static boolean isHost(Ipv4Address address) {
        int first = address.bits() >>> 24;
        return first >= FIRST_SOURCE && first < MULTICAST;
    }

    private void take(Ipv4 ip, IcmpEcho echo, MacAddress from) {
        Ipv4Address us = ip.target();
        Ipv4Address them = ip.source();
        Ping ping = new Ping(from, them, us, echo.payload().length());
        if (!echo.isReply() && service.pinged(ping)) {
            transmit(from, Ipv4.of(us, them, IcmpEcho.PROTOCOL, echo.reply().octets()));
        }
    }

    private void take(Ipv4 ip, Udp udp, MacAddress from) {
        try {
            service.heard(
                    new Datagram(
                            from,
                            ip.source(),
                            udp.sourcePort(),
                            ip.target(),
                            udp.targetPort(),
                            udp.payload()));
        } catch (RuntimeException _) {
            lose(EndpointLoss.FAILED);
        }
    }

    private void take(Ipv4 ip, Tcp tcp, MacAddress from) {
        TcpEnds ends = new TcpEnds(ip.source(), tcp.sourcePort(), ip.target(), tcp.targetPort());
        TcpLink known = table.get(ends, from).orElse(null);
        if (known != null) {
            guarded(known, () -> known.take(tcp));
            return;
        }
        boolean isCall =
                tcp.has(TcpFlag.SYN)
                        && !tcp.has(TcpFlag.ACK)
                        && !tcp.has(TcpFlag.RST)
                        && !tcp.has(TcpFlag.FIN);
        if (!isCall) {
            lose(EndpointLoss.NO_CONNECTION);
            refuse(ip, tcp, from);
        } else if (!table.makeRoom(from)) {
            lose(EndpointLoss.TOO_MANY_CONNECTIONS);
            refuse(ip, tcp, from);
        } else {
            TcpLink link = new TcpLink(this, ends, from, tcp, random.nextInt(), now());
            table.add(link);
            guarded(link, () -> link.listen(service.called(link)));
        }
    }

    /// Says that there is no such connection (RFC 9293, 3.10.7.1).
    private void refuse(Ipv4 ip, Tcp tcp, MacAddress from) {
        if (tcp.has(TcpFlag.RST)) {
            return;
        }
        boolean isAnswer = tcp.has(TcpFlag.ACK);
        int length =
                tcp.payload().length()
                        + (tcp.has(TcpFlag.SYN) ? 1 : 0)
                        + (tcp.has(TcpFlag.FIN) ? 1 : 0);
        Ipv4Address us = ip.target();
        Ipv4Address them = ip.source();
        Tcp refusal =
                new Tcp(
                        /* sourcePort= */ tcp.targetPort(),
                        /* targetPort= */ tcp.sourcePort(),
                        isAnswer ? tcp.acknowledgement() : 0,
                        isAnswer ? 0 : tcp.sequence() + length,
                        isAnswer ? TcpFlags.of(TcpFlag.RST) : TcpFlags.of(TcpFlag.RST, TcpFlag.ACK),
                        0,
                        OptionalInt.empty(),
                        Octets.NONE);
        Octets bytes = refusal.octets(us, them);
        transmit(from, Ipv4.of(us, them, Tcp.PROTOCOL, bytes));
    }

    void forget(TcpLink link) {
        table.remove(link);
    }

    void sendTcp(
            TcpLink link,
            TcpFlags flags,
            int sequence,
            int acknowledgement,
            int window,
            Octets payload) {
        TcpEnds ends = link.ends();
        Tcp tcp =
                new Tcp(
                        ends.serverPort(),
                        ends.clientPort(),
                        Integer.toUnsignedLong(sequence),
                        Integer.toUnsignedLong(acknowledgement),
                        flags,
                        window,
                        flags.has(TcpFlag.SYN)
                                ? OptionalInt.of(TcpLink.LONGEST_SEGMENT)
                                : OptionalInt.empty(),
                        payload);
        Octets bytes = tcp.octets(ends.server(), ends.client());
        transmit(link.mac(), Ipv4.of(ends.server(), ends.client(), Tcp.PROTOCOL, bytes));
    }

    /// Sends a datagram to the PC of another: what the server says to the client.
    ///
    /// @param datagram its payload must fit a packet
    public void send(Datagram datagram) {
        Octets bytes =
                new Udp(datagram.serverPort(), datagram.clientPort(), datagram.payload())
                        .octets(datagram.server(), datagram.client());
        transmit(
                datagram.mac(), Ipv4.of(datagram.server(), datagram.client(), Udp.PROTOCOL, bytes));
    }

    private void transmit(MacAddress target, Ipv4 packet) {
        transmit(Ethernet.of(LanPlan.MAC, target, Ipv4.TYPE, packet.octets()));
    }

    private void transmit(Ethernet frame) {
        if (!port.join().send(frame.octets().toArray())) {
            lose(EndpointLoss.NOT_SENT);
        }
    }

    /// Hangs up on everybody and leaves the LAN.
    @Override
    public void close() {
        hold(() -> {
            table.all().forEach(link -> guarded(link, () -> link.reset("the run ended")));
            closed = true;
        });
        ticker.interrupt();
        port.join().close();
    }
}
