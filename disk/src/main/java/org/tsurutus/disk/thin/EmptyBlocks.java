package org.tsurutus.disk.thin;

import java.nio.ByteBuffer;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.Zeros;

/// A disk of zeros: what a rehearsal supposes to read.
record EmptyBlocks(long size) implements Blocks {
    @Override
    public void read(long at, ByteBuffer into) {
        Zeros.fill(into);
    }

    @Override
    public void close() {}
}
