package org.tsurutus.network.summary;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.tsurutus.network.packet.Octets;

/// One direction of a connection: its bytes in order, whatever was repeated, overlapped or came too
/// early.
///
/// Bytes that were read are never replaced by later ones with the same number. Bytes that are
/// missing are waited for as long as there is room for what follows them.
final class Feed {
    /// What a reader answers if it wants no more bytes.
    static final long NO_MORE = -1;

    private static final int MOST_UNREAD = 32 * 1024;
    private static final int MOST_EARLY = 256 * 1024;
    private static final int FARTHEST = 4 * 1024 * 1024;

    /// What keeping one segment costs beside its bytes.
    private static final int COST = 200;

    private final Room room;
    private final Losses losses;
    private final Reader reader;
    private final NavigableMap<Long, Octets> early = new TreeMap<>();
    private Octets unread = Octets.NONE;
    private long earlyBytes;
    private long position;
    private long toSkip;
    private int next;
    private int start;
    private boolean begun;
    private boolean over;

    /// Who makes sense of the bytes.
    @FunctionalInterface
    interface Reader {
        /// Reads a message if the bytes begin with a whole one.
        ///
        /// @param bytes what follows what was read before
        /// @return how many bytes were read, perhaps more than there are: those are passed over; 0
        ///   to see these again with more behind them, [#NO_MORE] to see nothing any more
        /// @throws IndexOutOfBoundsException when a message is not as long as it says
        long read(Octets bytes);
    }

    Feed(Room room, Losses losses, Reader reader) {
        this.room = room;
        this.losses = losses;
        this.reader = reader;
    }

    /// Whether its first byte's number is known.
    boolean hasBegun() {
        return begun;
    }

    /// Whether its first byte has another number.
    boolean beganElsewhere(long sequence) {
        return begun && start != (int) sequence;
    }

    void begin(long sequence) {
        next = (int) sequence;
        start = next;
        begun = true;
    }

    void take(long sequence, Octets payload) {
        if (over || payload.length() == 0) {
            return;
        }
        if (!begun) {
            begin(sequence);
        }
        int distance = (int) sequence - next;
        if (distance > FARTHEST) {
            losses.add(LeftOut.STRAY_BYTES, payload.length());
        } else if (distance > 0) {
            keep(sequence, position + distance, payload);
        } else if (-(long) distance < payload.length()) {
            deliver(payload.from(-distance));
            deliverEarly();
        }
    }

    /// Reads what is there although bytes before it are missing.
    void end() {
        while (!over && !early.isEmpty()) {
            leap();
        }
        stop();
    }

    private void keep(long sequence, long place, Octets payload) {
        Octets before = early.getOrDefault(place, Octets.NONE);
        if (before.length() >= payload.length()) {
            return;
        }
        if (before.length() > 0) {
            early.remove(place);
            release(before);
        }
        int cost = COST + payload.length();
        if (earlyBytes + cost <= MOST_EARLY && room.take(cost)) {
            earlyBytes += cost;
            early.put(place, Octets.of(payload.toArray()));
        } else if (early.isEmpty()) {
            giveUp(LeftOut.STREAMS_WITHOUT_ROOM);
        } else {
            leap();
            take(sequence, payload);
        }
    }

    private void release(Octets kept) {
        earlyBytes -= COST + kept.length();
        room.giveBack(COST + kept.length());
    }

    private void leap() {
        long gap = early.firstKey() - position;
        losses.add(LeftOut.MISSING_BYTES, gap);
        if (gap > toSkip) {
            giveUp(LeftOut.STREAMS_WITH_GAPS);
            return;
        }
        toSkip -= gap;
        position += gap;
        next += (int) gap;
        deliverEarly();
    }

    private void deliverEarly() {
        while (!over && !early.isEmpty() && early.firstKey() <= position) {
            Map.Entry<Long, Octets> first = early.pollFirstEntry();
            release(first.getValue());
            long known = position - first.getKey();
            if (known < first.getValue().length()) {
                deliver(first.getValue().from((int) known));
            }
        }
    }

    private void deliver(Octets payload) {
        position += payload.length();
        next += payload.length();
        if (toSkip >= payload.length()) {
            toSkip -= payload.length();
            return;
        }
        Octets fresh = payload.from((int) toSkip);
        toSkip = 0;
        try {
            read(unread.length() == 0 ? fresh : joined(unread, fresh));
        } catch (IndexOutOfBoundsException _) {
            giveUp(LeftOut.BROKEN_STREAMS);
        }
    }

    private void read(Octets bytes) {
        Octets rest = bytes;
        while (rest.length() > 0) {
            long length = reader.read(rest);
            if (length < 0) {
                stop();
                return;
            }
            if (length == 0) {
                break;
            }
            toSkip = Math.max(0, length - rest.length());
            rest = rest.from((int) Math.min(length, rest.length()));
        }
        room.giveBack(unread.length());
        unread = Octets.NONE;
        if (rest.length() > MOST_UNREAD) {
            giveUp(LeftOut.BROKEN_STREAMS);
        } else if (!room.take(rest.length())) {
            giveUp(LeftOut.STREAMS_WITHOUT_ROOM);
        } else {
            unread = Octets.of(rest.toArray());
        }
    }

    private static Octets joined(Octets first, Octets second) {
        byte[] both = new byte[first.length() + second.length()];
        ByteBuffer buffer = ByteBuffer.wrap(both);
        first.putInto(buffer);
        second.putInto(buffer);
        return Octets.of(both);
    }

    private void giveUp(LeftOut reason) {
        losses.add(reason);
        stop();
    }

    private void stop() {
        over = true;
        early.values().forEach(this::release);
        early.clear();
        room.giveBack(unread.length());
        unread = Octets.NONE;
    }
}
