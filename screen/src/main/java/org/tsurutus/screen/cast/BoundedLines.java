package org.tsurutus.screen.cast;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.tsurutus.screen.ScreenException;

/// Lines of a file that nobody vouches for.
final class BoundedLines {
    private static final int BUFFER = 1 << 16;

    private final InputStream input;
    private final int longest;
    private final byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;

    BoundedLines(InputStream input, int longest) {
        this.input = input;
        this.longest = longest;
    }

    /// The next line without its end; empty after the last one. A line that has no end was cut when
    /// it was written and is none.
    Optional<byte[]> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (start < end || fill()) {
            int stop = start;
            while (stop < end && buffer[stop] != '\n') {
                stop++;
            }
            if (line.size() + stop - start > longest) {
                throw new ScreenException("it is longer than %d bytes".formatted(longest));
            }
            line.write(buffer, start, stop - start);
            start = stop + 1;
            if (stop < end) {
                return Optional.of(line.toByteArray());
            }
        }
        return Optional.empty();
    }

    private boolean fill() throws IOException {
        start = 0;
        end = Math.max(0, input.read(buffer));
        return end > 0;
    }
}
