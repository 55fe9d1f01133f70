package org.tsurutus.farm.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.tsurutus.disk.evidence.DiskEvidence;
import org.tsurutus.farm.FarmException;
import org.tsurutus.markii.MarkIIException;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.markii.MarkIIWriter;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.Click;
import org.tsurutus.sensor.ScreenClick;
import org.tsurutus.sensor.SensorCounts;
import org.tsurutus.sensor.WineSensor;
import org.tsurutus.sensor.fact.FactReader;
import org.tsurutus.sensor.fact.RawFact;
import org.tsurutus.sensor.file.ContentStore;
import org.tsurutus.sensor.file.KnownFiles;

/// A run's log in the making: facts go in from the guest's thread, records are on disk a moment
/// later, and the run asks from its own thread how things stand.
final class Recording implements AutoCloseable {
    private static final int DIGITS_OF_FRAME = 16;

    private final MarkIIWriter writer;
    private final WineSensor sensor;
    private final String launcher;
    private final List<String> services;
    private final RawFolder raw;
    private final ConnectionOwners owners;
    private RecordingInputs inputs;
    private long facts;
    private long startedBefore;
    private long lastRecord = System.nanoTime();
    private long refused;
    private long unlisted;
    private long brokenOff;
    private long lateClicks;
    private long begunNanos;
    private Behaviour behaviour = new Behaviour(System.nanoTime());
    private boolean finished;

    /// @param inputs kept beside the facts, with what is learned of the recording later
    /// @param raw takes everything that the log is made from, but for the facts themselves
    /// @param launcher the Windows path of the program that starts specimens
    /// @param services the Windows paths of programs that start others for who is far away
    /// @param owners learns whose connections are
    Recording(
            RecordingInputs inputs,
            KnownFiles known,
            RawFolder raw,
            String launcher,
            List<String> services,
            ContentStore contents,
            ConnectionOwners owners,
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
        this.owners = owners;
        this.launcher = launcher;
        this.services = List.copyOf(services);
        this.sensor = new WineSensor(inputs.pc(), known, contents, this::write);
    }

    private void write(MarkIIRecord written) {
        lastRecord = System.nanoTime();
        behaviour.see(written, lastRecord);
        owners.see(written);
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
    ///
    /// @param containment what was tried to reach the world outside, and what came of it
    synchronized void begin(Instant wall, long guestNanos, String containment) {
        startedBefore = sensor.startedUnder(launcher);
        begunNanos = System.nanoTime();
        behaviour = new Behaviour(begunNanos);
        inputs =
                inputs.begun(
                        new RecordingInputs.Begin(
                                wall, guestNanos, facts, Optional.of(containment)));
        raw.save(inputs);
        sensor.startRecording(wall, guestNanos, Optional.of(containment));
        writer.flush();
    }

    /// Records a click on the screen. The guest's clock at the press is that of the moment when
    /// recording began, and as much as has passed since by the host's.
    ///
    /// @param startNanos what `System.nanoTime()` said when the click's milliseconds were zero
    synchronized void clicked(Click click, long startNanos) {
        if (inputs.begin().isEmpty() || finished) {
            lateClicks++;
            return;
        }
        long pressed = startNanos + TimeUnit.MILLISECONDS.toNanos(click.millis());
        long guestNanos = inputs.begin().get().guestNanos() + pressed - begunNanos;
        ScreenClick told = told(click, guestNanos);
        raw.clicks().add(new KeptClicks.Kept(facts, told));
        sensor.clicked(told);
        writer.flush();
    }

    private static ScreenClick told(Click click, long guestNanos) {
        Box box = click.box();
        return new ScreenClick(
                guestNanos,
                click.panel(),
                click.kind(),
                click.label(),
                "%d,%d,%d,%d".formatted(box.x(), box.y(), box.width(), box.height()),
                click.how(),
                click.typed(),
                click.word(),
                click.reason(),
                click.effect().name().toLowerCase(Locale.ROOT),
                click.reactionMillis(),
                click.frame().substring(0, DIGITS_OF_FRAME));
    }

    /// Whether the guest is watched at all.
    synchronized boolean watches() {
        return sensor.counts().traceRecords() > 0;
    }

    /// Whether the specimen was started and every process of its tree has ended.
    synchronized boolean treeEnded() {
        return sensor.startedUnder(launcher) > startedBefore && isIdle();
    }

    /// Whether nothing lives that was started by us, or here by somebody far away.
    synchronized boolean isIdle() {
        return sensor.liveUnder(launcher) == 0
                && services.stream().allMatch(service -> sensor.liveUnder(service) == 0);
    }

    /// How long no record has been written.
    synchronized Duration quietFor() {
        return Duration.ofNanos(System.nanoTime() - lastRecord);
    }

    /// How long nobody has done anything, whatever the system did unasked.
    synchronized Duration idleFor() {
        return behaviour.quietFor(System.nanoTime());
    }

    /// How many objects were seen for the first time within [Behaviour#WINDOW].
    synchronized int firstSeen() {
        return behaviour.firstSeen(System.nanoTime());
    }

    /// The stream of facts could not be read to its end.
    synchronized void brokeOff() {
        brokenOff++;
    }

    /// Settles what still waited when the guest ended, and records that and why it did.
    synchronized void finish(String why) {
        finished = true;
        sensor.finish();
        if (inputs.begin().isPresent()) {
            RecordingInputs.End end = new RecordingInputs.End(Instant.now(), why);
            inputs = inputs.ended(end);
            raw.save(inputs);
            sensor.stopped(end.wall(), why);
        }
        writer.flush();
    }

    /// Records sectors that differ now, as seen from outside.
    ///
    /// @param path the disk
    synchronized void changed(String path, DiskEvidence changed) {
        List<ChangedRun> runs = changed.runs().stream().map(ChangedRun::of).toList();
        unlisted += changed.unlistedRuns();
        if (runs.isEmpty()) {
            return;
        }
        Instant now = Instant.now();
        Optional<Long> afterFacts = finished ? Optional.empty() : Optional.of(facts);
        inputs = inputs.with(new RecordingInputs.ChangedDisk(now, path, afterFacts, runs));
        raw.save(inputs);
        for (ChangedRun run : runs) {
            sensor.sectorsChanged(
                    now,
                    path,
                    run.lba(),
                    run.count(),
                    run.oldSha256(),
                    run.newSha256(),
                    run.structure());
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
                counts.dropped() + refused + unlisted + brokenOff + lateClicks,
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
        gaps.put("clicks outside the recording", lateClicks);
        return new RunManifest.Gaps(gaps);
    }

    @Override
    public synchronized void close() {
        writer.close();
    }
}
