package org.tsurutus.sensor.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.tsurutus.windows.PeImage;

/// All that is wanted of a file's bytes, gathered in one pass.
public final class FileHash {
    private static final int HEAD_BYTES = 1 << 16;

    private final MessageDigest md5 = digest("MD5");
    private final MessageDigest sha1 = digest("SHA-1");
    private final MessageDigest sha256 = digest("SHA-256");
    private final ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
    private long size;

    /// Reads a stream to its end.
    ///
    /// @throws IOException as the stream does
    public static FileFacts of(InputStream in) throws IOException {
        FileHash hash = new FileHash();
        byte[] piece = new byte[HEAD_BYTES];
        for (int got = in.read(piece); got >= 0; got = in.read(piece)) {
            hash.add(ByteBuffer.wrap(piece, 0, got));
        }
        return hash.facts();
    }

    void add(ByteBuffer bytes) {
        md5.update(bytes.duplicate());
        sha1.update(bytes.duplicate());
        sha256.update(bytes.duplicate());
        size += bytes.remaining();
        int wanted = Math.min(head.remaining(), bytes.remaining());
        head.put(bytes.slice(bytes.position(), wanted));
    }

    long size() {
        return size;
    }

    /// The facts; to be asked once, at the end.
    FileFacts facts() {
        Optional<PeImage> image = PeImage.read(head.flip());
        HexFormat hex = HexFormat.of();
        return new FileFacts(
                size,
                hex.formatHex(md5.digest()),
                hex.formatHex(sha1.digest()),
                hex.formatHex(sha256.digest()),
                image.map(PeImage::architecture),
                image.isPresent());
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
