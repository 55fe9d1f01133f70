package org.tsurutus.network.endpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tsurutus.network.packet.Ipv4Address;
import org.tsurutus.network.packet.MacAddress;
import org.tsurutus.network.packet.Octets;

/// Tells the PCs of a plan their addresses (RFC 2131), and nobody else.
public final class DhcpServer {
    /// Where it listens.
    public static final int PORT = 67;

    private static final int CLIENT_PORT = 68;
    private static final int FIXED = 240;
    private static final int SHORTEST = 300;
    private static final long COOKIE = 0x6382_5363L;
    private static final int BROADCAST_FLAG = 0x8000;
    private static final int LEASE_SECONDS = 86_400;
    private static final int LONGEST_NAME = 63;

    private static final int MASK = 1;
    private static final int ROUTER = 3;
    private static final int NAME_SERVER = 6;
    private static final int HOST_NAME = 12;
    private static final int BROADCAST_ADDRESS = 28;
    private static final int WANTED_ADDRESS = 50;
    private static final int LEASE_TIME = 51;
    private static final int MESSAGE = 53;
    private static final int SERVER = 54;
    private static final int END = 255;

    private static final int DISCOVER = 1;
    private static final int OFFER = 2;
    private static final int REQUEST = 3;
    private static final int ACKNOWLEDGED = 5;
    private static final int REFUSED = 6;
    private static final int INFORM = 8;

    private final LanPlan plan;

    /// What was asked and what is answered.
    ///
    /// @param name the PC that asked; empty if it is none of the plan's
    /// @param asked in words
    /// @param answered in words
    /// @param reply what to send; empty if nothing is answered
    public record Answer(
            Optional<String> name, String asked, String answered, Optional<Datagram> reply) {}

    public DhcpServer(LanPlan plan) {
        this.plan = plan;
    }

    /// Answers a message to [#PORT].
    public Answer answer(Datagram datagram) {
        Octets message = datagram.payload();
        if (message.length() < FIXED
                || message.byteAt(0) != 1
                || message.shortAt(1) != (1 << 8 | MacAddress.LENGTH)
                || message.intAt(FIXED - 4) != COOKIE) {
            return new Answer(Optional.empty(), "no message of DHCP", "nothing", Optional.empty());
        }
        int kind =
                option(message, MESSAGE)
                        .filter(o -> o.length() == 1)
                        .map(o -> o.byteAt(0))
                        .orElse(0);
        Optional<DhcpLease> lease = plan.lease(MacAddress.at(message, 28));
        if (lease.isEmpty()) {
            return new Answer(
                    Optional.empty(), word(kind), "nothing: no PC of ours", Optional.empty());
        }
        boolean isForUs =
                option(message, SERVER).map(o -> o.equals(plan.own().octets())).orElse(true);
        int answer =
                switch (kind) {
                    case DISCOVER -> OFFER;
                    case INFORM -> ACKNOWLEDGED;
                    case REQUEST -> isForUs ? answerTo(message, lease.get()) : 0;
                    default -> 0;
                };
        if (answer == 0) {
            return new Answer(
                    Optional.of(lease.get().name()), word(kind), "nothing", Optional.empty());
        }
        return new Answer(
                Optional.of(lease.get().name()),
                word(kind),
                word(answer) + " " + lease.get().address(),
                Optional.of(reply(message, datagram.mac(), lease.get(), kind, answer)));
    }

    private static int answerTo(Octets message, DhcpLease lease) {
        Ipv4Address has = Ipv4Address.at(message, 12);
        Ipv4Address wanted =
                option(message, WANTED_ADDRESS)
                        .filter(o -> o.length() == Ipv4Address.LENGTH)
                        .map(o -> Ipv4Address.at(o, 0))
                        .orElse(has);
        return wanted.equals(lease.address()) ? ACKNOWLEDGED : REFUSED;
    }

    private Datagram reply(Octets message, MacAddress from, DhcpLease lease, int kind, int answer) {
        Ipv4Address has = Ipv4Address.at(message, 12);
        boolean isWithout = kind == INFORM || answer == REFUSED;
        ByteBuffer reply = ByteBuffer.allocate(SHORTEST + 2 * LONGEST_NAME);
        reply.put((byte) 2).put((byte) 1).put((byte) MacAddress.LENGTH).put((byte) 0);
        message.slice(4, 4).putInto(reply);
        reply.putShort((short) 0);
        message.slice(10, 2).putInto(reply);
        (answer == REFUSED ? Ipv4Address.ANY : has).putInto(reply);
        (isWithout ? Ipv4Address.ANY : lease.address()).putInto(reply);
        plan.own().putInto(reply);
        Ipv4Address.ANY.putInto(reply);
        message.slice(28, 16).putInto(reply);
        reply.position(FIXED - 4);
        reply.putInt((int) COOKIE);
        reply.put((byte) MESSAGE).put((byte) 1).put((byte) answer);
        put(reply, SERVER, plan.own().octets());
        if (answer != REFUSED) {
            put(reply, MASK, plan.mask().octets());
            put(reply, ROUTER, plan.own().octets());
            put(reply, NAME_SERVER, plan.own().octets());
            put(reply, BROADCAST_ADDRESS, plan.broadcast().octets());
            byte[] name = lease.name().getBytes(StandardCharsets.US_ASCII);
            put(reply, HOST_NAME, Octets.of(name, 0, Math.min(name.length, LONGEST_NAME)));
            if (kind != INFORM) {
                put(
                        reply,
                        LEASE_TIME,
                        Octets.of(ByteBuffer.allocate(4).putInt(LEASE_SECONDS).array()));
            }
        }
        reply.put((byte) END);
        int length = Math.max(SHORTEST, reply.position());
        boolean isToAll = answer == REFUSED || (message.shortAt(10) & BROADCAST_FLAG) != 0;
        boolean hasAddress = !has.equals(Ipv4Address.ANY) && !isToAll;
        return new Datagram(
                isToAll ? MacAddress.BROADCAST : from,
                hasAddress ? has : Ipv4Address.BROADCAST,
                CLIENT_PORT,
                plan.own(),
                PORT,
                Octets.of(reply.array(), 0, length));
    }

    private static void put(ByteBuffer reply, int option, Octets value) {
        reply.put((byte) option).put((byte) value.length());
        value.putInto(reply);
    }

    /// An option, if it is there and whole.
    private static Optional<Octets> option(Octets message, int wanted) {
        int at = FIXED;
        while (at < message.length() && message.byteAt(at) != END) {
            int option = message.byteAt(at);
            if (option == 0) {
                at++;
                continue;
            }
            if (at + 2 > message.length() || at + 2 + message.byteAt(at + 1) > message.length()) {
                return Optional.empty();
            }
            if (option == wanted) {
                return Optional.of(message.slice(at + 2, message.byteAt(at + 1)));
            }
            at += 2 + message.byteAt(at + 1);
        }
        return Optional.empty();
    }

    private static String word(int kind) {
        return switch (kind) {
            case DISCOVER -> "discover";
            case OFFER -> "offer";
            case REQUEST -> "request";
            case 4 -> "decline";
            case ACKNOWLEDGED -> "ack";
            case REFUSED -> "nak";
            case 7 -> "release";
            case INFORM -> "inform";
            default -> "message " + kind;
        };
    }
}
