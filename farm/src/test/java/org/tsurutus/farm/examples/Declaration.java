package org.tsurutus.farm.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What one example does, as its `.acts.json` says.
///
/// @param specimen its file name
/// @param arguments how it is started
/// @param clicks the buttons that have to be clicked, in order
/// @param exitCode of the specimen's own process
/// @param acts what a log must show
/// @param disk what differs on the scratch disk afterwards
public record Declaration(
        String specimen,
        String arguments,
        List<String> clicks,
        int exitCode,
        List<Act> acts,
        List<DiskChange> disk) {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .build();

    /// One record that the log must hold.
    ///
    /// @param process the file name of the process that did it
    /// @param parent the file name of the process that started it
    /// @param fields values that the record must have; a leading `*` stands for any beginning
    public record Act(
            String process,
            String evt,
            String subEvt,
            Optional<String> parent,
            Map<String, String> fields) {

        /// The act in one line, as messages name it.
        @Override
        public String toString() {
            String values =
                    new TreeMap<>(fields)
                            .entrySet().stream()
                                    .map(field -> " " + field.getKey() + "=" + field.getValue())
                                    .collect(Collectors.joining());
            String startedBy = parent.map(name -> " started by " + name).orElse("");
            return process + startedBy + " " + evt + "/" + subEvt + values;
        }
    }

    /// Sectors of 512 bytes that differ.
    public record DiskChange(long lba, long sectors) {}

    public static Declaration read(Path file) {
        try {
            return JSON.readValue(Files.readAllBytes(file), Declaration.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
