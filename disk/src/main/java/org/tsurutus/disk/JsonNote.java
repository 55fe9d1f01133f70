package org.tsurutus.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What a store knows of its disks, kept as JSON: wholly the old or wholly the new, also after a
/// power cut.
public final class JsonNote {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonNote() {}

    /// What a file says, if it is there.
    ///
    /// @throws DiskException when it cannot be read or says something else
    public static <T> Optional<T> read(Path file, Class<T> type) {
        try {
            return Optional.of(JSON.readValue(Files.readString(file), type));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException | JacksonException e) {
            throw new DiskException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    /// Puts something into a file, over what is there.
    ///
    /// @throws IOException when it cannot be written
    public static void write(Path file, Object note) throws IOException {
        Durable.write(file, JSON.writeValueAsString(note));
    }
}
