package org.tsurutus.farm.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.image.FileList;
import org.tsurutus.sensor.file.KnownFiles;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `raw/` of a run: everything that its log was made from, enough to make it again.
///
/// @param path the folder
public record RawFolder(Path path) {
    private static final JsonMapper STRICT =
            JsonFile.JSON
                    .rebuild()
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .build();

    /// `facts.gz`, every byte of the fact stream that the guest shipped, those of the time before a
    /// saved state included.
    public Path facts() {
        return path.resolve("facts.gz");
    }

    /// `known-files.tsv.gz`, the files that were on the PC beforehand, as [FileList] writes them.
    public Path knownFiles() {
        return path.resolve("known-files.tsv.gz");
    }

    /// `recording.json`, see [RecordingInputs].
    public Path inputsFile() {
        return path.resolve("recording.json");
    }

    /// `clicks.jsonl`, see [KeptClicks].
    KeptClicks clicks() {
        return new KeptClicks(path.resolve("clicks.jsonl"));
    }

    /// Where facts go as they come.
    OutputStream writeFacts() {
        try {
            return new FactsOutput(new BufferedOutputStream(Files.newOutputStream(facts())));
        } catch (IOException e) {
            throw FarmException.environment("cannot keep raw facts: " + e, e);
        }
    }

    void save(KnownFiles known) {
        FileList.pack(known.byPath(), knownFiles());
    }

    void save(RecordingInputs inputs) {
        JsonFile.save(inputsFile(), inputs);
    }

    /// The files that were known.
    ///
    /// @throws FarmException when the list is missing or damaged
    KnownFiles known() {
        return new KnownFiles(FileList.unpack(knownFiles()));
    }

    /// What the sensor was given.
    ///
    /// @throws FarmException when this folder cannot tell, or is of another version
    RecordingInputs inputs() {
        if (!Files.exists(facts()) || !Files.exists(inputsFile())) {
            throw FarmException.input(
                    path
                            + " lacks facts.gz or recording.json, so the log cannot be made again; name a run that has both");
        }
        try {
            JsonNode tree = STRICT.readTree(Files.readAllBytes(inputsFile()));
            int format = tree.path("format").asInt(0);
            if (format != RecordingInputs.FORMAT) {
                throw FarmException.input(
                        inputsFile()
                                + " is of format "
                                + format
                                + "; this tsurutus reads format "
                                + RecordingInputs.FORMAT
                                + ", so take the version that recorded the run");
            }
            if (tree instanceof ObjectNode kept && !kept.has("end")) {
                // runs of before the end was recorded
                kept.putNull("end");
            }
            return STRICT.treeToValue(tree, RecordingInputs.class);
        } catch (IOException e) {
            throw FarmException.environment("cannot read " + inputsFile() + ": " + e, e);
        } catch (JacksonException e) {
            throw FarmException.input(
                    inputsFile()
                            + " is damaged ("
                            + e.getOriginalMessage()
                            + "); take an undamaged copy of it");
        }
    }
}
