package org.tsurutus.network.endpoint;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import org.tsurutus.network.packet.Octets;

/// Bytes that the other side has not acknowledged yet. Adding copies nothing.
final class SendQueue {
    private final Deque<Octets> parts = new ArrayDeque<>();
    private int length;

    int length() {
        return length;
    }

    void add(Octets bytes) {
        if (bytes.length() > 0) {
            parts.add(bytes);
            length = Math.addExact(length, bytes.length());
        }
    }

    /// Forgets the first bytes.
    void drop(int count) {
        int left = count;
        length -= count;
        while (left > 0) {
            Octets first = parts.removeFirst();
            if (first.length() > left) {
                parts.addFirst(first.from(left));
                return;
            }
            left -= first.length();
        }
    }

    /// A copy of some bytes.
    Octets copy(int at, int count) {
        ByteBuffer copy = ByteBuffer.allocate(count);
        int skip = at;
        for (Octets part : parts) {
            if (skip >= part.length()) {
                skip -= part.length();
                continue;
            }
            part.slice(skip, Math.min(part.length() - skip, copy.remaining())).putInto(copy);
            skip = 0;
            if (!copy.hasRemaining()) {
                break;
            }
        }
        return Octets.of(copy.array());
    }

    void clear() {
        parts.clear();
        length = 0;
    }
}
