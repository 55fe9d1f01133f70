package org.tsurutus.windows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/// An open PE file, read by the addresses that its own tables use.
public final class PeFile implements AutoCloseable {
    private final String name;
    private final PeSource source;
    private final PeHeaders headers;

    private PeFile(String name, PeSource source, PeHeaders headers) {
        this.name = name;
        this.source = source;
        this.headers = headers;
    }

    /// Opens a file of the host; whoever opens it closes it.
    ///
    /// @throws IOException when it cannot be read
    /// @throws WindowsException when it is not a PE file
    public static PeFile open(Path path) throws IOException {
        PeSource source = PeSource.open(path);
        try {
            return of(path.toString(), source)
                    .orElseThrow(
                            () -> new WindowsException(path + " is not a Windows program (PE)"));
        } catch (IOException | RuntimeException e) {
            source.close();
            throw e;
        }
    }

    /// Reads the headers of what may be a PE file.
    ///
    /// @param name what messages call it
    /// @param source its bytes, which closing the PE file closes too
    /// @return empty when it is none
    /// @throws IOException as the source does
    public static Optional<PeFile> of(String name, PeSource source) throws IOException {
        return PeHeaders.read(source.bytes(0, PeImage.HEAD))
                .map(headers -> new PeFile(name, source, headers));
    }

    /// What the file says of itself.
    public PeHeaders headers() {
        return headers;
    }

    /// All bytes, by their place in the file.
    public PeSource source() {
        return source;
    }

    /// Exactly `length` bytes from `address`, or empty when the file does not hold all of them.
    public Optional<ByteBuffer> find(long address, int length) throws IOException {
        Optional<Long> offset = length == 0 ? Optional.of(0L) : headers.fileOffset(address, length);
        if (offset.isEmpty()) {
            return Optional.empty();
        }
        ByteBuffer bytes = source.bytes(offset.get(), length);
        return bytes.remaining() == length ? Optional.of(bytes) : Optional.empty();
    }

    /// Exactly `length` bytes from `address`.
    ///
    /// @throws WindowsException when the file does not hold all of them
    ByteBuffer bytes(long address, int length, String what) throws IOException {
        return find(address, length)
                .orElseThrow(() ->
                        new WindowsException(
                                name
                                        + " is damaged or packed: its "
                                        + what
                                        + " at 0x"
                                        + Long.toHexString(address)
                                        + " is not in the file"));
    }

    /// The bytes from `address` up to a zero byte, or empty when there is none within `most` bytes.
    Optional<byte[]> untilZero(long address, int most) throws IOException {
        Optional<Long> offset = headers.fileOffset(address, 1);
        if (offset.isEmpty()) {
            return Optional.empty();
        }
        ByteBuffer bytes = source.bytes(offset.get(), most + 1);
        for (int i = 0; i < bytes.remaining(); i++) {
            if (bytes.get(i) == 0) {
                byte[] text = new byte[i];
                bytes.get(text);
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
