package org.tsurutus.farm.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tsurutus.disk.ChangedSectors;
import org.tsurutus.disk.SectorRun;
import org.tsurutus.farm.FarmException;
import org.tsurutus.markii.MarkIIException;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.markii.MarkIIWriter;
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
    private final RawFolder raw;
    private RecordingInputs inputs;
    private long facts;
    private long startedBefore;
    private long lastRecord = System.nanoTime();
    private long refused;
    private long unlisted;
    private long brokenOff;

    /// @param inputs kept beside the facts, with what is learned of the recording later
    /// @param raw takes everything that the log is made from, but for the facts themselves
    /// @param launcher the Windows path of the program that starts specimens
    Recording(
            RecordingInputs inputs,
            KnownFiles known,
            RawFolder raw,
            String launcher,
            ContentStore contents,
            Path log) {
        raw.save(known);
        raw.save(inputs);
        try {
            this.writer = new MarkIIWriter(new BufferedOutputStream(Files.newOutputStream(log)));
        } catch (IOException e) {
            throw FarmException.environment("cannot write " + log + ": " + e, e);
        }
        this.inputs = inputs;
        this.raw = raw;
        this.launcher = launcher;
        this.sensor = new WineSensor(inputs.pc(), known, contents, this::write);
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
        facts++;
        sensor.accept(fact);
        if (lastRecord != before) {
            writer.flush();
        }
    }

    /// From here on acts are recorded; up to here they were only learned from.
    synchronized void begin(Instant wall, long guestNanos) {
        startedBefore = sensor.startedUnder(launcher);
        inputs = inputs.begun(new RecordingInputs.Begin(wall, guestNanos, facts));
        raw.save(inputs);
        sensor.startRecording(wall, guestNanos);
        writer.flush();
    }

    /// Whether the guest is watched at all.
    synchronized boolean watches() {
        return sensor.counts().traceRecords() > 0;
    }

    /// Whether the specimen was started and every process of its tree has ended.
    synchronized boolean treeEnded() {
        return sensor.startedUnder(launcher) > startedBefore && sensor.liveUnder(launcher) == 0;
    }

    /// How long no record has been written.
    synchronized Duration quietFor() {
        return Duration.ofNanos(System.nanoTime() - lastRecord);
    }

    /// The stream of facts could not be read to its end.
    synchronized void brokeOff() {
        brokenOff++;
    }

    /// Settles what still waited when the guest ended.
    synchronized void finish() {
        sensor.finish();
        writer.flush();
    }

    /// Records sectors that differ after the run, as seen from outside.
    ///
    /// @param path the disk
    synchronized void changed(String path, ChangedSectors changed) {
        List<SectorRun> runs = changed.runs();
        unlisted += changed.unlistedRuns();
        if (runs.isEmpty()) {
            return;
        }
        Instant now = Instant.now();
        inputs = inputs.with(new RecordingInputs.ChangedDisk(now, path, runs));
        raw.save(inputs);
        for (SectorRun run : runs) {
            sensor.sectorsChanged(
                    now, path, run.lba(), run.count(), run.oldSha256(), run.newSha256());
        }
        writer.flush();
    }

    synchronized RunManifest.Counts counts(long clicks, long files) {
        SensorCounts counts = sensor.counts();
        return new RunManifest.Counts(
                counts.records(),
                counts.bytes(),
                counts.frames(),
                counts.traceRecords(),
                counts.dropped() + refused + unlisted + brokenOff,
                counts.unmatched(),
                counts.skippedBytes(),
                clicks,
                files);
    }

    synchronized RunManifest.Gaps gaps() {
        Map<String, Long> gaps = new TreeMap<>(sensor.gaps());
        gaps.put("records that could not be written", refused);
        gaps.put("changed sectors not listed", unlisted);
        gaps.put("fact streams that broke off", brokenOff);
        return new RunManifest.Gaps(gaps);
    }

    @Override
    public synchronized void close() {
        writer.close();
    }
}
