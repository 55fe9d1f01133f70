package org.tsurutus.markii.sort;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Sorted entries in a file that nobody else sees.
///
/// Java takes the file's name away as soon as it is open, so that its space is given back however
/// this process ends.
final class Run implements AutoCloseable {
    private static final int BUFFER = 1 << 17;

    private final FileChannel file;

    private Run(FileChannel file) {
        this.file = file;
    }

    /// Writes what is merged into a new file of the directory.
    ///
    /// @throws UncheckedIOException when the directory has no room or cannot be written to
    static Run write(List<Entries> sources, Path directory) {
        Path name = directory.resolve("tsurutus-sort-" + UUID.randomUUID() + ".part");
        try {
            FileChannel file =
                    FileChannel.open(
                            name,
                            StandardOpenOption.CREATE_NEW,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE);
            try {
                write(sources, file);
                return new Run(file);
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot keep sorted lines in "
                            + directory
                            + ": "
                            + e
                            + "; sorting needs as much room there as the logs have, see --temp",
                    e);
        }
    }

    private static void write(List<Entries> sources, FileChannel file) throws IOException {
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file), BUFFER);
        byte[] header = new byte[Entries.HEADER];
        byte[] buffer = new byte[BUFFER];
        Merge merge = new Merge(sources);
        for (Optional<Entries> next = merge.next(); next.isPresent(); next = merge.next()) {
            Entries entry = next.get();
            Entries.writeHeader(header, 0, entry.keyLength(), entry.left());
            out.write(header);
            out.write(entry.key(), 0, entry.keyLength());
            while (entry.left() > 0) {
                out.write(buffer, 0, entry.read(buffer, 0, buffer.length));
            }
        }
        out.flush();
    }

    Entries entries() {
        return new Entries(new BufferedInputStream(new FromStart(file), BUFFER));
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close a run of sorted lines: " + e, e);
        }
    }

    /// Reads a file from its start, wherever its channel stands.
    private static final class FromStart extends InputStream {
        private final FileChannel file;
        private long at;

        FromStart(FileChannel file) {
            this.file = file;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int read = file.read(ByteBuffer.wrap(target, from, length), at);
            at += Math.max(read, 0);
            return read;
        }
    }
}
