package org.tsurutus.network.summary;

import java.nio.charset.StandardCharsets;
import org.tsurutus.network.packet.Octets;

/// What follows a head whose length only its own bytes tell: chunks, or all until the connection
/// ends. Nothing of it is kept.
final class HttpBody {
    private static final int LONGEST_LINE = 1024;
    private static final int MOST_DIGITS = 15;
    private static final int HEXADECIMAL = 16;

    private final boolean isChunked;
    private long length;
    private boolean isTrailer;
    private boolean hasEnded;

    HttpBody(boolean isChunked) {
        this.isChunked = isChunked;
    }

    /// Reads on, as [Feed.Reader] says.
    long read(Octets bytes) {
        if (!isChunked) {
            length += bytes.length();
            return bytes.length();
        }
        int end = 0;
        while (end < bytes.length() && bytes.byteAt(end) != '\n') {
            end++;
        }
        if (end == bytes.length()) {
            return end > LONGEST_LINE ? Feed.NO_MORE : 0;
        }
        String line = new String(bytes.slice(0, end).toArray(), StandardCharsets.ISO_8859_1);
        return isTrailer ? trailer(line, end + 1) : chunk(line.split(";", 2)[0].strip(), end + 1);
    }

    private long trailer(String line, int size) {
        hasEnded = line.isBlank();
        return size;
    }

    private long chunk(String digits, int size) {
        if (!digits.matches("[0-9A-Fa-f]{1," + MOST_DIGITS + "}")) {
            return Feed.NO_MORE;
        }
        long chunk = Long.parseLong(digits, HEXADECIMAL);
        length = Math.min(length + chunk, Long.MAX_VALUE / 2);
        isTrailer = chunk == 0;
        return chunk == 0 ? size : size + chunk + "\r\n".length();
    }

    boolean hasEnded() {
        return hasEnded;
    }

    long length() {
        return length;
    }
}
