package org.tsurutus.app;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;

/// Where a command writes: standard output, or a file that appears under its name only when it is
/// complete, so that it may also be one of the inputs.
final class OutputFile {
    private static final int BUFFER = 1 << 16;

    private OutputFile() {}

    /// What is written, and what there is to say about it.
    interface Content<T> {
        T writeTo(OutputStream out) throws IOException;
    }

    /// The directory for what is kept meanwhile: that of the file, or the one for temporary files.
    static Path directory(Optional<Path> file) {
        return file.map(path -> directory(path))
                .orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
    }

    private static Path directory(Path file) {
        return Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    }

    /// Writes the content to the file, or to standard output without one.
    ///
    /// @throws UncheckedIOException when it cannot be written; a file of that name stays as it was
    static <T> T write(Optional<Path> file, Content<T> content) {
        try {
            if (file.isPresent()) {
                return write(file.get(), content);
            }
            try (OutputStream out = StandardOutput.buffered()) {
                return content.writeTo(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot write "
                            + file.map(Path::toString).orElse("to standard output")
                            + ": "
                            + e.getMessage(),
                    e);
        }
    }

    private static <T> T write(Path file, Content<T> content) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return writeDirectly(file, content);
        }
        Path part = directory(file).resolve("." + file.getFileName() + "." + UUID.randomUUID());
        part.toFile().deleteOnExit();
        try {
            T result = writeDirectly(part, content);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return result;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /// The only way for a device or a pipe, which must not be replaced by a file.
    private static <T> T writeDirectly(Path file, Content<T> content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER)) {
            return content.writeTo(out);
        }
    }
}
