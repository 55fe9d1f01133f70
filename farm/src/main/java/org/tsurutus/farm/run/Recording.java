package org.tsurutus.farm.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.tsurutus.disk.SectorRun;
import org.tsurutus.farm.FarmException;
import org.tsurutus.markii.MarkIIException;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.markii.MarkIIWriter;
import org.tsurutus.sensor.ContentStore;
import org.tsurutus.sensor.KnownFiles;
import org.tsurutus.sensor.Pc;
import org.tsurutus.sensor.WineSensor;
import org.tsurutus.sensor.fact.RawFact;

/// A run's log in the making: facts go in from the guest's thread, records are on disk a moment later, and
/// the run asks from its own thread how things stand.
final class Recording implements AutoCloseable {
    private final MarkIIWriter writer;
    private final WineSensor sensor;
    private final Map<String, Long> records = new TreeMap<>();
    private long lastRecord = System.nanoTime();
    private long refused;

    Recording(Pc pc, KnownFiles known, ContentStore contents, Path log) {
        try {
            this.writer = new MarkIIWriter(new BufferedOutputStream(Files.newOutputStream(log)));
        } catch (IOException e) {
            throw FarmException.environment("cannot write " + log + ": " + e, e);
        }
        this.sensor = new WineSensor(pc, known, contents, this::write);
    }

    private void write(MarkIIRecord written) {
        try {
            writer.write(written);
            records.merge(written.kind(), 1L, Long::sum);
            lastRecord = System.nanoTime();
        } catch (MarkIIException _) {
            refused++;
        }
    }

    /// Takes a fact; the records that follow from it are flushed before this returns, so that a guest that
    /// hangs or a controller that is killed loses nothing already seen.
    synchronized void accept(RawFact fact) {
        long before = lastRecord;
        sensor.accept(fact);
        if (lastRecord != before) {
            writer.flush();
        }
    }

    /// From here on acts are recorded; up to here they were only learned from.
    synchronized void begin(Instant wall, long guestNanos) {
        sensor.startRecording(wall, guestNanos);
        writer.flush();
    }

    synchronized long started(String launcher) {
        return sensor.startedUnder(launcher);
    }

    synchronized long alive(String launcher) {
        return sensor.liveUnder(launcher);
    }

    /// How long no record has been written.
    synchronized Duration quietFor() {
        return Duration.ofNanos(System.nanoTime() - lastRecord);
    }

    /// Records sectors that differ after the run, as seen from outside.
    synchronized void changed(Instant wall, String path, SectorRun run) {
        sensor.sectorsChanged(wall, path, run.lba(), run.count(), run.oldSha256(), run.newSha256());
        writer.flush();
    }

    synchronized RunManifest.Counts counts(long clicks, long files) {
        return new RunManifest.Counts(new TreeMap<>(records), sensor.bytes(), sensor.frames(), sensor.traceLines(), clicks, files);
    }

    synchronized Map<String, Long> gaps() {
        Map<String, Long> gaps = new TreeMap<>(sensor.gaps().byReason());
        gaps.put("records that could not be written", refused);
        return gaps;
    }

    @Override
    public synchronized void close() {
        writer.close();
    }
}
