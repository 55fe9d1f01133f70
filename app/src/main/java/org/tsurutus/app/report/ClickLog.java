package org.tsurutus.app.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsurutus.farm.FarmException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The clicks of a run.
///
/// @param malformed lines that are no click
record ClickLog(Capped<Click> clicks, long malformed) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST = 200;

    /// Reads `clicks.jsonl`; an absent file has no clicks.
    static ClickLog read(Path file) {
        if (!Files.isRegularFile(file)) {
            return new ClickLog(new Capped<>(List.of(), 0), 0);
        }
        List<Click> clicks = new ArrayList<>();
        long malformed = 0;
        long leftOut = 0;
        // not Files.lines, which gives up at the first byte that is not UTF-8
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Files.newInputStream(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Optional<Click> click = click(line);
                if (click.isEmpty()) {
                    malformed += line.isBlank() ? 0 : 1;
                } else if (clicks.size() < MOST) {
                    clicks.add(click.get());
                } else {
                    leftOut++;
                }
            }
        } catch (IOException e) {
            throw FarmException.environment("cannot read " + file + ": " + e, e);
        }
        return new ClickLog(new Capped<>(clicks, leftOut), malformed);
    }

    private static Optional<Click> click(String line) {
        try {
            return Optional.of(JSON.readTree(line)).filter(JsonNode::isObject).map(Click::of);
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }
}
