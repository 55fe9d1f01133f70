package org.tsurutus.network.lan;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Which frame goes where: learns who lives behind which port, and knows no ports but its own.
///
/// Frames that follow each other to the same port go on together, as they lie in the buffer.
final class Fabric {
    private static final int NOWHERE = -1;
    private static final int EVERYWHERE = -2;
    private static final long GROUP = 1L << 40;
    private static final long ADDRESS = 0xffff_ffff_ffffL;
    private static final int HEADER = 14;

    private final List<Port> ports = new CopyOnWriteArrayList<>();
    private final FrameTap tap;

    /// Grows whenever an address may have another port.
    private int generation;

    Fabric(FrameTap tap) {
        this.tap = tap;
    }

    /// All ports that were ever added, by number.
    List<Port> ports() {
        return ports;
    }

    /// Hands on all whole frames of a buffer.
    ///
    /// @param from where they came in; closed if what is there is no frame
    /// @param wire holds them from its first byte on
    /// @param end behind the last byte
    /// @return where the first frame that is not whole begins
    int take(Port from, ByteBuffer wire, int end) {
        Tally tally = from.member().tally;
        int at = 0;
        int start = 0;
        int frames = 0;
        int route = NOWHERE;
        while (end - at >= Wire.LENGTH) {
            int length = wire.getInt(at);
            if (length < 0 || length > Wire.LONGEST_FRAME) {
                tally.lose(Loss.OVERSIZED, 1);
                from.close("a frame of " + Integer.toUnsignedString(length) + " bytes came in");
                break;
            }
            if (end - at - Wire.LENGTH < length) {
                break;
            }
            int next = route(from.member(), wire, at + Wire.LENGTH, length);
            if (next != route) {
                send(from, route, wire, start, at, frames);
                start = at;
                frames = 0;
                route = next;
            }
            at += Wire.LENGTH + length;
            frames++;
        }
        send(from, route, wire, start, at, frames);
        return at;
    }

    private int route(Member from, ByteBuffer wire, int at, int length) {
        tap.frame(from.number, wire, at, length);
        from.tally.framesIn.increment();
        from.tally.bytesIn.add(length);
        if (length < HEADER) {
            from.tally.lose(Loss.RUNT, 1);
            return NOWHERE;
        }
        long target = wire.getLong(at) >>> 16;
        long source = wire.getLong(at + 4) & ADDRESS;
        if (source != from.mac.bits()) {
            from.tally.spoofed.increment();
        }
        if ((source & GROUP) != 0 || source == Member.NOBODY) {
            from.tally.lose(Loss.MALFORMED, 1);
            return NOWHERE;
        }
        if (isOfAnother(from, source)) {
            from.tally.lose(Loss.IMPOSTOR, 1);
            return NOWHERE;
        }
        if (source != from.latestSource) {
            learn(from, source);
        }
        int route = (target & GROUP) != 0 ? EVERYWHERE : whereIs(from, target);
        if (route == from.number) {
            from.tally.lose(Loss.OWN_SIDE, 1);
            return NOWHERE;
        }
        return route;
    }

    /// Whether an address is that of the card of another PC. Made-up addresses move from port to
    /// port, these do not: no PC of a run gets what is meant for its neighbour.
    private boolean isOfAnother(Member from, long source) {
        if (source == from.mac.bits()) {
            return false;
        }
        for (Port port : ports) {
            Member other = port.member();
            if (other != from && other.isOpen() && other.mac.bits() == source) {
                return true;
            }
        }
        return false;
    }

    private void learn(Member from, long source) {
        from.latestSource = source;
        switch (from.addresses.learn(source)) {
            case KNOWN -> {
                return;
            }
            case NEW -> from.tally.learnt.increment();
            case NEW_FOR_ANOTHER -> {
                from.tally.learnt.increment();
                from.tally.forgotten.increment();
            }
        }
        generation++;
        for (Port port : ports) {
            Member other = port.member();
            if (other != from && other.addresses.forget(source)) {
                other.tally.moved.increment();
                other.latestSource = Member.NOBODY;
            }
        }
    }

    private int whereIs(Member from, long target) {
        if (from.latestTarget != target || from.latestGeneration != generation) {
            from.latestTarget = target;
            from.latestGeneration = generation;
            from.latestRoute = EVERYWHERE;
            for (Port port : ports) {
                Member member = port.member();
                if (member.isOpen() && member.addresses.knows(target)) {
                    from.latestRoute = member.number;
                }
            }
        }
        return from.latestRoute;
    }

    private void send(Port from, int route, ByteBuffer wire, int start, int end, int frames) {
        if (frames == 0 || route == NOWHERE) {
            return;
        }
        for (Port port : ports) {
            boolean isMeant = route == EVERYWHERE ? port != from : port.member().number == route;
            if (isMeant && port.member().isOpen()) {
                port.send(wire, start, end, frames);
            }
        }
    }
}
