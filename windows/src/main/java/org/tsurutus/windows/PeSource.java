package org.tsurutus.windows;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// The bytes of a file, wherever they are kept, read piece by piece so that a large file needs no
/// more memory than a small one.
public interface PeSource extends Closeable {
    /// How many bytes there are.
    long size() throws IOException;

    /// Fills `into` with the bytes from `offset` on, as far as there are any.
    ///
    /// @param offset bytes from the beginning, not negative
    void read(long offset, ByteBuffer into) throws IOException;

    /// At most `length` bytes from `offset` on, little-endian; fewer where the file ends.
    default ByteBuffer bytes(long offset, int length) throws IOException {
        int held = Math.clamp(size() - offset, 0, length);
        ByteBuffer bytes = ByteBuffer.allocate(held).order(ByteOrder.LITTLE_ENDIAN);
        read(offset, bytes);
        return bytes.flip();
    }

    /// Opens a file of the host; whoever opens it closes it.
    static PeSource open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path);
        return new PeSource() {
            @Override
            public long size() throws IOException {
                return channel.size();
            }

            @Override
            public void read(long offset, ByteBuffer into) throws IOException {
                long at = offset;
                while (into.hasRemaining()) {
                    int got = channel.read(into, at);
                    if (got < 0) {
                        return;
                    }
                    at += got;
                }
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }

    /// Bytes in memory, which are not copied.
    static PeSource of(byte[] bytes) {
        return new PeSource() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public void read(long offset, ByteBuffer into) {
                int from = (int) Math.min(offset, bytes.length);
                into.put(bytes, from, Math.min(into.remaining(), bytes.length - from));
            }

            @Override
            public void close() {}
        };
    }
}
