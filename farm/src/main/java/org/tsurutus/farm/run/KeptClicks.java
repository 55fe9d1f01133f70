package org.tsurutus.farm.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.tsurutus.farm.FarmException;
import org.tsurutus.sensor.ScreenClick;
import org.tsurutus.sensor.WineSensor;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `raw/clicks.jsonl`: the clicks that the sensor was told of, and after how many facts. They stand
/// beside the facts and not among them, so that whatever runs in the guest can forge none.
///
/// @param file one JSON object a line; runs without clicks have none
record KeptClicks(Path file) {
    /// As many as a run can hold; what is more was not written by this program.
    private static final int MOST = 10_000;

    private static final JsonMapper LINES =
            JsonFile.JSON.rebuild().disable(SerializationFeature.INDENT_OUTPUT).build();

    /// A click and its place among the facts.
    ///
    /// @param afterFacts how many facts the sensor had taken
    record Kept(long afterFacts, ScreenClick click) {}

    void add(Kept kept) {
        try {
            Files.writeString(
                    file,
                    LINES.writeValueAsString(kept) + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw FarmException.environment("cannot keep a click in " + file + ": " + e, e);
        }
    }

    /// All clicks, in order.
    ///
    /// @throws FarmException when the file is damaged
    List<Kept> all() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file)) {
            List<Kept> all =
                    lines.limit(MOST + 1).map(line -> LINES.readValue(line, Kept.class)).toList();
            if (all.size() > MOST) {
                throw FarmException.input(
                        file + " holds more than " + MOST + " clicks; take an undamaged copy");
            }
            return all;
        } catch (IOException e) {
            throw FarmException.environment("cannot read " + file + ": " + e, e);
        } catch (JacksonException e) {
            throw FarmException.input(
                    file
                            + " is damaged ("
                            + e.getOriginalMessage()
                            + "); take an undamaged copy of it");
        }
    }

    /// Tells a sensor the clicks that came after so many facts.
    static void tell(List<Kept> clicks, long afterFacts, WineSensor sensor) {
        clicks.stream()
                .filter(kept -> kept.afterFacts() == afterFacts)
                .forEach(kept -> sensor.clicked(kept.click()));
    }
}
