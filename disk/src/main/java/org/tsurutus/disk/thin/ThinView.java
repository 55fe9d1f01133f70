package org.tsurutus.disk.thin;

import java.nio.ByteBuffer;
import org.tsurutus.disk.Blocks;

/// A thin disk that is active for as long as it is read.
///
/// @param blocks what is read
/// @param end takes the volume back
record ThinView(Blocks blocks, Runnable end) implements Blocks {
    @Override
    public long size() {
        return blocks.size();
    }

    @Override
    public void read(long at, ByteBuffer into) {
        blocks.read(at, into);
    }

    @Override
    public void close() {
        try {
            blocks.close();
        } finally {
            end.run();
        }
    }
}
