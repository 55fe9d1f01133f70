package org.tsurutus.windows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

/// An open PE file, read by the addresses that its own tables use.
final class PeFile implements AutoCloseable {
    private final Path path;
    private final FileChannel channel;
    private final PeHeaders headers;

    private PeFile(Path path, FileChannel channel, PeHeaders headers) {
        this.path = path;
        this.channel = channel;
        this.headers = headers;
    }

    static PeFile open(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path);
        try {
            PeHeaders headers =
                    PeHeaders.read(read(channel, 0, PeImage.HEAD))
                            .orElseThrow(() ->
                                    new WindowsException(path + " is not a Windows program (PE)"));
            return new PeFile(path, channel, headers);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    PeHeaders headers() {
        return headers;
    }

    /// Exactly `length` bytes from `address`.
    ///
    /// @throws WindowsException when the file does not hold all of them
    ByteBuffer bytes(long address, int length, String what) throws IOException {
        Optional<Long> offset = length == 0 ? Optional.of(0L) : headers.fileOffset(address, length);
        if (offset.isPresent()) {
            ByteBuffer bytes = read(channel, offset.get(), length);
            if (bytes.remaining() == length) {
                return bytes;
            }
        }
        throw new WindowsException(
                path
                        + " is damaged or packed: its "
                        + what
                        + " at 0x"
                        + Long.toHexString(address)
                        + " is not in the file");
    }

    /// The bytes from `address` up to a zero byte, or empty when there is none within `most` bytes.
    Optional<byte[]> untilZero(long address, int most) throws IOException {
        Optional<Long> offset = headers.fileOffset(address, 1);
        if (offset.isEmpty()) {
            return Optional.empty();
        }
        ByteBuffer bytes = read(channel, offset.get(), most + 1);
        for (int i = 0; i < bytes.remaining(); i++) {
            if (bytes.get(i) == 0) {
                byte[] text = new byte[i];
                bytes.get(text);
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    /// At most `length` bytes; fewer where the file ends.
    private static ByteBuffer read(FileChannel channel, long offset, int length)
            throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, offset + bytes.position()) < 0) {
                break;
            }
        }
        return bytes.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
