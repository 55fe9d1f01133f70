package org.tsurutus.app.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/// Puts pictures of the run into the page. Their names come from files that are not trusted: only
/// PNG files that really lie in the run's directory are taken.
final class Pictures {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final long LARGEST = 8 << 20;
    private static final long LARGEST_SUM = 64 << 20;

    private final Path run;
    private long left;

    /// @param run where what is kept of a PC lies
    /// @param pcs how many PCs share the room of the page
    Pictures(Path run, int pcs) {
        this.run = run;
        this.left = LARGEST_SUM / pcs;
    }

    /// The picture as a `data:` address; empty where there is none, or none that may be shown, or
    /// where the page would grow beyond bounds.
    Optional<String> embed(String name) {
        try {
            Path root = run.toRealPath();
            Path file = root.resolve(name).normalize();
            // the first check keeps the second one from touching files outside
            if (!file.startsWith(root) || !file.toRealPath().startsWith(root)) {
                return Optional.empty();
            }
            return embed(file);
        } catch (IOException | InvalidPathException _) {
            return Optional.empty();
        }
    }

    private Optional<String> embed(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > Math.min(LARGEST, left)) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(file);
        if (!Arrays.equals(bytes, 0, Math.min(PNG.length, bytes.length), PNG, 0, PNG.length)) {
            return Optional.empty();
        }
        left -= bytes.length;
        return Optional.of("data:image/png;base64," + Base64.getEncoder().encodeToString(bytes));
    }
}
