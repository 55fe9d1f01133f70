package org.tsurutus.app;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Standard output as UTF-8. Java's own passes over what it cannot write; this one says so, which
/// keeps a full disk from looking like a short result.
final class StandardOutput extends OutputStream {
    private static final int BUFFER = 1 << 16;

    private final OutputStream out;

    /// Whoever reads the output has seen enough, as `head` does.
    static final class Closed extends RuntimeException {
        Closed(IOException cause) {
            super("standard output is closed", cause);
        }
    }

    StandardOutput(OutputStream out) {
        this.out = out;
    }

    /// Makes this the standard output of the process.
    static void install() {
        OutputStream out = new StandardOutput(new FileOutputStream(FileDescriptor.out));
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    /// Standard output for much at once; the caller closes it, which writes what is left.
    static OutputStream buffered() {
        return new BufferedOutputStream(System.out, BUFFER) {
            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            if (String.valueOf(e.getMessage()).contains("Broken pipe")) {
                throw new Closed(e);
            }
            throw new UncheckedIOException("cannot write to standard output: " + e.getMessage(), e);
        }
    }
}
