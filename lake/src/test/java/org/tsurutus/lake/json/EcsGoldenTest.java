package org.tsurutus.lake.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tsurutus.markii.Logs;
import org.tsurutus.markii.lines.LineCounts;
import org.tsurutus.markii.where.LineSelection;

/// Objects of the Elastic Common Schema against a file that people have read. `-Dgolden.write=true`
/// writes the file anew.
class EcsGoldenTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("tsurutus.root", ".."))
                    .resolve("lake/src/test/resources/org/tsurutus/lake/json");

    @Test
    void theObjectsAreThoseOfTheFile() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LineCounts counts =
                new JsonExport(JsonForm.ecs(false), LineSelection.ALL, true)
                        .write(
                                List.of(
                                        Logs.of(
                                                "a.log",
                                                Files.readAllBytes(FOLDER.resolve("ecs.log")))),
                                out);
        Path golden = FOLDER.resolve("ecs.jsonl");
        if (Boolean.getBoolean("golden.write")) {
            Files.write(golden, out.toByteArray());
        }

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(Files.readString(golden));
        assertThat(counts).isEqualTo(new LineCounts(7, 0, 1, 0));
    }
}
