package org.tsurutus.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// A disk that is a raw file or a block device.
public final class FileBlocks implements Blocks {
    private final Path file;
    private final FileChannel channel;
    private final long size;

    private FileBlocks(Path file, FileChannel channel, long size) {
        this.file = file;
        this.channel = channel;
        this.size = size;
    }

    /// Opens a disk for reading.
    ///
    /// @throws DiskException when it is not there or may not be read
    public static FileBlocks open(Path file) {
        try {
            FileChannel channel = FileChannel.open(file);
            try {
                return new FileBlocks(file, channel, channel.size());
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DiskException("cannot open the disk " + file + ": " + e, e);
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void read(long at, ByteBuffer into) {
        int start = into.position();
        try {
            while (into.hasRemaining()) {
                if (channel.read(into, at + into.position() - start) < 0) {
                    Zeros.fill(into);
                }
            }
        } catch (IOException e) {
            throw new DiskException("cannot read byte " + at + " of " + file + ": " + e, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new DiskException("cannot close " + file + ": " + e, e);
        }
    }
}
