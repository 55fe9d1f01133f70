package org.tsurutus.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.farm.run.RunManifest;
import org.tsurutus.sensor.Pc;
import org.tsurutus.sensor.WineSensor;
import org.tsurutus.sensor.file.ContentStore;
import org.tsurutus.sensor.file.KnownFiles;

class LossesTest {
    @TempDir Path folder;

    @Test
    void everyReasonThatTheSensorCountsHasItsWords() {
        Pc pc =
                new Pc(
                        "PC01",
                        "",
                        "",
                        "t",
                        "S-1",
                        List.of(),
                        "",
                        "lab",
                        "PC01",
                        "en-US",
                        ZoneOffset.UTC,
                        "/c/");
        try (ContentStore contents = new ContentStore(folder)) {
            WineSensor sensor = new WineSensor(pc, new KnownFiles(Map.of()), contents, _ -> {});

            assertThat(sensor.gaps().keySet()).isNotEmpty().allMatch(Losses::knows);
        }
    }

    @Test
    void everyReasonOfTheFarmAndOfTheLogHasItsWords() {
        assertThat(
                        List.of(
                                "records that could not be written",
                                "changed sectors not listed",
                                "fact streams that broke off",
                                "clicks outside the recording",
                                "controllers that died",
                                "malformed lines in the log",
                                "serial numbers missing"))
                .allMatch(Losses::knows);
    }

    @Test
    void onlyWhatHappenedIsTold() {
        RunManifest.Gaps gaps =
                new RunManifest.Gaps(
                        new TreeMap<>(
                                Map.of("bytes skipped", 0L, "frames missing", 1_200L, "new", 1L)));

        assertThat(Losses.of(gaps))
                .containsExactly(
                        "1,200 of “frames missing”: the log may lack whatever the guest told in them",
                        "1 of “new”: the log may lack something");
        assertThat(gaps.none()).isFalse();
    }

    @Test
    void lossesThatNobodyCountedAreNotNone() {
        assertThat(new RunManifest.Gaps(Map.of()).none()).isFalse();
    }
}
