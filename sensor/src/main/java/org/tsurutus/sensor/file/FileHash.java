package org.tsurutus.sensor.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.tsurutus.windows.PeSource;

/// The hashes of a file's bytes, gathered in one pass.
public final class FileHash {
    private static final int PIECE_BYTES = 1 << 16;

    private final MessageDigest md5 = digest("MD5");
    private final MessageDigest sha1 = digest("SHA-1");
    private final MessageDigest sha256 = digest("SHA-256");
    private long size;

    /// All that is wanted of a file of the host.
    ///
    /// @throws IOException when it cannot be read
    public static FileFacts of(Path file, PeInspector inspector) throws IOException {
        try (PeSource source = PeSource.open(file)) {
            return of(source, inspector);
        }
    }

    /// All that is wanted of a file, wherever its bytes are; they are read piece by piece.
    ///
    /// @throws IOException as the source does
    public static FileFacts of(PeSource source, PeInspector inspector) throws IOException {
        FileHash hash = new FileHash();
        ByteBuffer piece = source.bytes(0, PIECE_BYTES);
        while (piece.hasRemaining()) {
            hash.add(piece);
            piece = source.bytes(hash.size(), PIECE_BYTES);
        }
        return hash.facts(inspector.inspect(source));
    }

    void add(ByteBuffer bytes) {
        md5.update(bytes.duplicate());
        sha1.update(bytes.duplicate());
        sha256.update(bytes.duplicate());
        size += bytes.remaining();
    }

    long size() {
        return size;
    }

    /// The facts; to be asked once, at the end.
    FileFacts facts(Optional<PeFacts> image) {
        HexFormat hex = HexFormat.of();
        return new FileFacts(
                size,
                hex.formatHex(md5.digest()),
                hex.formatHex(sha1.digest()),
                hex.formatHex(sha256.digest()),
                image);
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
