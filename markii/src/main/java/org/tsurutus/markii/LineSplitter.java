package org.tsurutus.markii;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/// Cuts a stream of bytes at its line feeds and holds no more than one line of bounded length.
final class LineSplitter {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final int limit;
    private final byte[] buffer = new byte[1 << 16];
    private int position;
    private int filled;
    private long offset;
    private long number;

    /// @param limit the longest line that is kept whole, in bytes
    LineSplitter(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /// One line without its line end (LF or CR LF) and without the file's byte order mark.
    ///
    /// @param offset where the line's first kept byte lies in the file
    /// @param bytes the line, or its first `limit` bytes
    /// @param length how long the line really is, in bytes
    record RawLine(long number, long offset, ByteBuffer bytes, long length) {
        boolean isWhole() {
            return bytes.remaining() == length;
        }
    }

    /// The next line; empty at the end of the stream.
    Optional<RawLine> next() throws IOException {
        if (position == filled && !fill()) {
            return Optional.empty();
        }
        long start = offset;
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        boolean ended = false;
        while (!ended && (position < filled || fill())) {
            int from = position;
            while (position < filled && buffer[position] != '\n') {
                position++;
            }
            line.write(buffer, from, Math.min(position - from, limit + 1 - line.size()));
            offset += position - from;
            ended = position < filled;
            if (ended) {
                position++;
                offset++;
            }
        }
        number++;
        return Optional.of(
                trim(start, line.toByteArray(), offset - start - (ended ? 1 : 0), ended));
    }

    private RawLine trim(long start, byte[] bytes, long length, boolean ended) {
        int mark = 0;
        if (number == 1
                && bytes.length >= BYTE_ORDER_MARK.length
                && Arrays.equals(bytes, 0, 3, BYTE_ORDER_MARK, 0, 3)) {
            mark = BYTE_ORDER_MARK.length;
        }
        boolean whole = bytes.length == length;
        boolean carriageReturn =
                whole && ended && bytes.length > mark && bytes[bytes.length - 1] == '\r';
        long kept = length - mark - (carriageReturn ? 1 : 0);
        int end = (int) Math.min(bytes.length - (carriageReturn ? 1 : 0), (long) mark + limit);
        return new RawLine(
                number, start + mark, ByteBuffer.wrap(bytes, mark, end - mark).slice(), kept);
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(0, in.read(buffer));
        return filled > 0;
    }
}
