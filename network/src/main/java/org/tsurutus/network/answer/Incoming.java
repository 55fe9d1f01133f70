package org.tsurutus.network.answer;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.tsurutus.network.packet.Octets;

/// Bytes that came and were not understood yet.
final class Incoming {
    private byte[] bytes = new byte[0];
    private int start;
    private int end;

    int length() {
        return end - start;
    }

    void add(Octets more) {
        if (end + more.length() > bytes.length) {
            bytes = Arrays.copyOfRange(bytes, start, start + 2 * (length() + more.length()));
            end -= start;
            start = 0;
        }
        more.putInto(ByteBuffer.wrap(bytes, end, more.length()));
        end += more.length();
    }

    /// The first bytes, which stay.
    Octets peek(int count) {
        return Octets.of(Arrays.copyOfRange(bytes, start, start + Math.min(count, length())));
    }

    /// The first bytes, taken away.
    Octets take(int count) {
        Octets taken = peek(count);
        start += taken.length();
        return taken;
    }

    /// A line without its end, if a whole one is there.
    Optional<Octets> takeLine() {
        for (int at = start; at < end; at++) {
            if (bytes[at] == '\n') {
                Octets line = take(at + 1 - start);
                int length = line.length() - 1;
                boolean isReturn = length > 0 && line.byteAt(length - 1) == '\r';
                return Optional.of(line.slice(0, isReturn ? length - 1 : length));
            }
        }
        return Optional.empty();
    }
}
