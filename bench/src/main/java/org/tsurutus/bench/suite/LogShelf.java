package org.tsurutus.bench.suite;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.tsurutus.bench.BenchException;
import org.tsurutus.bench.LogMaker;

/// A folder of made logs, each made once. A log's name holds its size, its seed and a hash of how a
/// log of that seed begins, so that a changed generator makes logs anew.
public final class LogShelf {
    private static final int HASHED_BYTES = 1 << 20;
    private static final int HASH_DIGITS = 12;

    private final Path folder;
    private final long seed;

    /// The made logs of a folder, all from one seed.
    ///
    /// @param folder is made if it is missing
    public LogShelf(Path folder, long seed) {
        this.folder = folder;
        this.seed = seed;
    }

    /// A log of so many bytes or a line more, read once so that the page cache holds it.
    ///
    /// @throws BenchException when it cannot be written or read
    Path log(long bytes) {
        Path log = folder.resolve("made-%d-%d-%s.log".formatted(bytes, seed, hash()));
        try {
            Files.createDirectories(folder);
            if (!Files.exists(log)) {
                make(log, bytes);
            }
            try (InputStream in = Files.newInputStream(log)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return log;
        } catch (IOException e) {
            throw new BenchException(
                    "cannot make " + log + ": " + e + "; name another --folder, or free its disk",
                    e);
        }
    }

    private void make(Path log, long bytes) throws IOException {
        Path part = Files.createTempFile(folder, "made-", ".part");
        try (OutputStream out = Files.newOutputStream(part)) {
            LogMaker.seeded(seed).write(out, bytes);
            Files.move(part, log, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private String hash() {
        ByteArrayOutputStream beginning = new ByteArrayOutputStream();
        LogMaker.seeded(seed).write(beginning, HASHED_BYTES);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(beginning.toByteArray());
            return HexFormat.of().formatHex(hash).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new BenchException("this JDK lacks SHA-256; use another", e);
        }
    }
}
