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
import org.tsurutus.sensor.Pc;
import org.tsurutus.sensor.SensorCounts;
import org.tsurutus.sensor.WineSensor;
import org.tsurutus.sensor.fact.FactReader;
import org.tsurutus.sensor.fact.RawFact;
import org.tsurutus.sensor.file.ContentStore;
import org.tsurutus.sensor.file.KnownFiles;

/// A run's log in the making: facts go in from the guest's thread, records are on disk a moment
/// later, and the run asks from its own thread how things stand.
final class Recording implements AutoCloseable {
    private final MarkIIWriter writer;
    private final WineSensor sensor;
    private final String launcher;
    private long startedBefore;
    private long lastRecord = System.nanoTime();
    private long refused;

    /// @param launcher the Windows path of the program that starts specimens
    Recording(Pc pc, String launcher, KnownFiles known, ContentStore contents, Path log) {
        try {
            this.writer = new MarkIIWriter(new BufferedOutputStream(Files.newOutputStream(log)));
        } catch (IOException e) {
            throw FarmException.environment("cannot write " + log + ": " + e, e);
        }
        this.launcher = launcher;
        this.sensor = new WineSensor(pc, known, contents, this::write);
    }

    private void write(MarkIIRecord written) {
        lastRecord = System.nanoTime();
        try {
            writer.write(written);
        } catch (MarkIIException _) {
            refused++;
        }
    }

    /// Counts what cannot be read of a fact stream among the gaps.
    void follow(FactReader reader) {
        sensor.follow(reader);
    }

    /// Takes a fact; the records that follow from it are flushed before this returns, so that a
    /// guest that hangs or a controller that is killed loses nothing already seen.
    synchronized void accept(RawFact fact) {
        long before = lastRecord;
        sensor.accept(fact);
        if (lastRecord != before) {
            writer.flush();
        }
    }

    /// From here on acts are recorded; up to here they were only learned from.
    synchronized void begin(Instant wall, long guestNanos) {
        startedBefore = sensor.startedUnder(launcher);
        sensor.startRecording(wall, guestNanos);
        writer.flush();
    }

    /// Whether the guest is watched at all.
    synchronized boolean watches() {
        return sensor.counts().traceLines() > 0;
    }

    /// Whether the specimen was started and every process of its tree has ended.
    synchronized boolean treeEnded() {
        return sensor.startedUnder(launcher) > startedBefore && sensor.liveUnder(launcher) == 0;
    }

    /// How long no record has been written.
    synchronized Duration quietFor() {
        return Duration.ofNanos(System.nanoTime() - lastRecord);
    }

    /// Settles what still waited when the guest ended.
    synchronized void finish() {
        sensor.finish();
        writer.flush();
    }

    /// Records sectors that differ after the run, as seen from outside.
    synchronized void changed(String path, SectorRun run) {
        sensor.sectorsChanged(
                Instant.now(), path, run.lba(), run.count(), run.oldSha256(), run.newSha256());
        writer.flush();
    }

    synchronized RunManifest.Counts counts(long clicks, long files) {
        SensorCounts counts = sensor.counts();
        return new RunManifest.Counts(
                counts.records(),
                counts.bytes(),
                counts.frames(),
                counts.traceLines(),
                clicks,
                files);
    }

    synchronized Map<String, Long> gaps() {
        Map<String, Long> gaps = new TreeMap<>(sensor.gaps());
        gaps.put("records that could not be written", refused);
        return gaps;
    }

    @Override
    public synchronized void close() {
        writer.close();
    }
}
