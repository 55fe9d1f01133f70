package org.tsurutus.farm.run;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.OptionalLong;

/// Passes a log on and finds the first line in which it differs from another one.
final class Comparison extends FilterOutputStream {
    private final InputStream other;
    private long line = 1;
    private boolean different;

    /// @param other the log to compare with; stays the caller's to close
    Comparison(OutputStream out, InputStream other) {
        super(out);
        this.other = other;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        if (different) {
            return;
        }
        byte[] theirs = other.readNBytes(length);
        int at = Arrays.mismatch(bytes, offset, offset + length, theirs, 0, theirs.length);
        different = at >= 0;
        int end = offset + (different ? at : length);
        for (int i = offset; i < end; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
    }

    /// The number of the first line that is not the same in both, once all is written; empty when
    /// all are.
    OptionalLong firstDifference() throws IOException {
        different |= other.read() >= 0;
        return different ? OptionalLong.of(line) : OptionalLong.empty();
    }
}
