package org.tsurutus.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.sensor.fact.RawFact;
import org.tsurutus.sensor.file.ContentStore;
import org.tsurutus.sensor.file.KnownFiles;

class SensorCountsTest {
    @TempDir Path folder;

    @Test
    void whatIsMissingIsTotalledByWhatItIs() {
        try (ContentStore contents = new ContentStore(folder)) {
            WineSensor sensor = new WineSensor(Run.PC, new KnownFiles(Map.of()), contents, _ -> {});

            sensor.accept(new RawFact.Lost(0, 1, 1));
            sensor.accept(new RawFact.Trace(1, 2, ByteBuffer.wrap(new byte[100])));
            sensor.finish();

            SensorCounts counts = sensor.counts();
            assertThat(counts.frames()).isEqualTo(2);
            assertThat(counts.dropped()).isEqualTo(1);
            assertThat(counts.unmatched()).isZero();
            assertThat(counts.skippedBytes())
                    .isEqualTo(sensor.gaps().get("trace bytes skipped"))
                    .isPositive();
            assertThat(counts.traceRecords()).isZero();
        }
    }

    @Test
    void theTotalsAreThoseOfAllReasons() {
        for (Gap gap : Gap.values()) {
            GapCounts counts = new GapCounts();
            counts.add(gap, 3);
            for (Gap.Kind kind : Gap.Kind.values()) {
                assertThat(counts.total(kind)).isEqualTo(kind == gap.kind() ? 3 : 0);
            }
        }
    }
}
