package org.tsurutus.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Standard output for many lines: buffered, UTF-8, and it fails as soon as nobody reads it.
final class StandardOutput {
    private static final int BUFFER = 1 << 16;

    private StandardOutput() {}

    /// A stream to flush at the end, not to close.
    static PrintStream open() {
        return new PrintStream(
                new BufferedOutputStream(new Watched(System.out), BUFFER),
                false,
                StandardCharsets.UTF_8);
    }

    /// A print stream keeps failures to itself; a long answer must not go on for nobody.
    private static final class Watched extends OutputStream {
        private final PrintStream out;

        Watched(PrintStream out) {
            this.out = out;
        }

        @Override
        public void write(int each) {
            write(new byte[] {(byte) each}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            out.write(bytes, from, length);
            if (out.checkError()) {
                throw new UncheckedIOException(
                        new IOException("standard output was closed before the answer's end"));
            }
        }
    }
}
