package org.tsurutus.sensor.fact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.function.Consumer;
import org.tsurutus.sensor.SensorException;

/// Reads a fact stream. Garbage never stops it: it looks for the next frame and counts what it left
/// out in [#damage()]. It never waits for more bytes than the next frame has.
public final class FactReader {
    private final InputStream in;
    private final byte[] buffer = new byte[Frame.HEADER_BYTES + Frame.MAX_PAYLOAD_BYTES];
    private int start;
    private int end;
    private long expected;
    private volatile StreamDamage damage = new StreamDamage(0, 0, 0);

    /// Reads a stream whose first frame has the number 0.
    public FactReader(InputStream in) {
        this(in, 0);
    }

    /// Reads a stream that goes on where another ended, at frame `firstSequence`.
    public FactReader(InputStream in, long firstSequence) {
        this.in = in;
        this.expected = firstSequence;
    }

    /// The number that the next frame should have.
    public long nextSequence() {
        return expected;
    }

    /// What was lost so far; safe to ask from another thread.
    public StreamDamage damage() {
        return damage;
    }

    /// Hands on all facts until the stream ends.
    public void forEach(Consumer<RawFact> facts) {
        for (Optional<RawFact> fact = next(); fact.isPresent(); fact = next()) {
            facts.accept(fact.get());
        }
    }

    /// The next fact, or empty at the end of the stream.
    ///
    /// @throws SensorException when the stream itself fails
    public Optional<RawFact> next() {
        while (fill(Frame.HEADER_BYTES)) {
            ByteBuffer header = bytes(start, Frame.HEADER_BYTES);
            if (!plausible(header)) {
                skipToMagic();
                continue;
            }
            int length = header.getInt(8);
            int size = Frame.HEADER_BYTES + length;
            if (!fill(size)) {
                break;
            }
            // reading more may have moved the buffer's bytes, so the header is looked at anew
            header = bytes(start, Frame.HEADER_BYTES);
            Optional<RawFact> fact =
                    FactDecoder.decode(header, bytes(start + Frame.HEADER_BYTES, length));
            start += size;
            count(header.getLong(16));
            if (fact.isPresent()) {
                return fact;
            }
            lose(0, 0, size);
        }
        finish();
        return Optional.empty();
    }

    private static boolean plausible(ByteBuffer header) {
        int length = header.getInt(8);
        return header.getInt(0) == Frame.MAGIC
                && (header.get(5) & ~(Frame.BY_SERVER | Frame.OF_DIRECTORY)) == 0
                && header.getShort(6) == 0
                && length >= 0
                && length <= Frame.MAX_PAYLOAD_BYTES
                && header.getLong(16) >= 0;
    }

    private void count(long sequence) {
        if (sequence > expected) {
            lose(sequence - expected, 0, 0);
        }
        expected = sequence + 1;
    }

    private void lose(long missing, long cut, long skipped) {
        StreamDamage before = damage;
        damage =
                new StreamDamage(
                        saturated(before.framesMissing(), missing),
                        saturated(before.framesCut(), cut),
                        saturated(before.bytesSkipped(), skipped));
    }

    private static long saturated(long sum, long more) {
        return sum > Long.MAX_VALUE - more ? Long.MAX_VALUE : sum + more;
    }

    /// Leaves at least one byte out, up to what may be the next frame's first bytes.
    private void skipToMagic() {
        int from = start;
        start++;
        while (end - start >= 4 && bytes(start, 4).getInt() != Frame.MAGIC) {
            start++;
        }
        lose(0, 0, start - from);
    }

    private void finish() {
        while (start < end) {
            if (end - start >= 4 && bytes(start, 4).getInt() == Frame.MAGIC) {
                lose(0, 1, 0);
                start = end;
            } else {
                start++;
                lose(0, 0, 1);
            }
        }
    }

    private ByteBuffer bytes(int offset, int length) {
        return ByteBuffer.wrap(buffer, offset, length).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    private boolean fill(int wanted) {
        if (end - start >= wanted) {
            return true;
        }
        if (buffer.length - start < wanted) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        try {
            while (end - start < wanted) {
                int read = in.read(buffer, end, buffer.length - end);
                if (read < 0) {
                    return false;
                }
                end += read;
            }
            return true;
        } catch (IOException e) {
            throw new SensorException(
                    "the fact stream failed before frame "
                            + expected
                            + "; the run's log ends there",
                    e);
        }
    }
}
