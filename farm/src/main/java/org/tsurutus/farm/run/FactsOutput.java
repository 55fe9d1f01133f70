package org.tsurutus.farm.run;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;

/// Compresses facts, and lets none wait for more than a second while others follow: what a
/// controller that is killed leaves shall tell nearly as much as its log.
final class FactsOutput extends FilterOutputStream {
    private static final long PATIENCE = Duration.ofSeconds(1).toNanos();

    private long flushed = System.nanoTime();

    FactsOutput(OutputStream out) throws IOException {
        super(new GZIPOutputStream(out, true));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        if (System.nanoTime() - flushed > PATIENCE) {
            flush();
            flushed = System.nanoTime();
        }
    }
}
