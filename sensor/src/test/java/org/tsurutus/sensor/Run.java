package org.tsurutus.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.sensor.fact.RawFact;
import org.tsurutus.sensor.file.ContentStore;
import org.tsurutus.sensor.file.FileFacts;
import org.tsurutus.sensor.file.KnownFiles;

/// A sensor on a lab PC whose records are gathered.
final class Run {
    static final Instant GO = Instant.parse("2026-11-22T03:04:05.000456Z");

    /// The guest's clock at [#GO].
    static final long GO_NANOS = 1_000_000_000L;

    static final String SHA256_OF_HELLO =
            "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";
    static final Pc PC =
            new Pc(
                    "LAB01",
                    "WORKGROUP",
                    "tsurutus",
                    "e4009d1d-9311-4249-9487-a373cde7192c",
                    "S-1-5-21-1-2-3",
                    List.of("10.0.2.15", "fe80::1"),
                    "52:54:00:12:34:56",
                    "user",
                    "LAB01",
                    "en-US",
                    ZoneOffset.ofHours(9),
                    "/wine/drive_c/");

    final List<MarkIIRecord> records = new ArrayList<>();
    final ContentStore contents;
    final WineSensor sensor;

    Run(Path directory, Map<String, FileFacts> known) {
        contents = new ContentStore(directory.resolve("files"));
        sensor = new WineSensor(PC, new KnownFiles(known), contents, records::add);
    }

    /// A run that records from its first fact.
    static Run of(Path directory, List<RawFact> facts) {
        Run run = new Run(directory, Map.of());
        run.sensor.startRecording(GO, GO_NANOS, Optional.empty());
        facts.forEach(run.sensor::accept);
        run.sensor.finish();
        return run;
    }

    List<MarkIIRecord> of(String kind) {
        return records.stream().filter(record -> record.kind().equals(kind)).toList();
    }

    MarkIIRecord only(String kind) {
        List<MarkIIRecord> all = of(kind);
        if (all.size() != 1) {
            throw new AssertionError(all.size() + " records of " + kind + ": " + all);
        }
        return all.getFirst();
    }

    List<String> values(String kind, String key) {
        return of(kind).stream().map(record -> record.value(key, "-")).toList();
    }

    long gap(String reason) {
        return sensor.gaps().getOrDefault(reason, -1L);
    }

    void hasNoGaps() {
        assertThat(sensor.gaps()).allSatisfy((gap, count) -> assertThat(count).as(gap).isZero());
    }
}
