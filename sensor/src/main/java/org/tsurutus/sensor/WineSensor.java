package org.tsurutus.sensor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.sensor.fact.FactReader;
import org.tsurutus.sensor.fact.RawFact;
import org.tsurutus.sensor.file.ContentStore;
import org.tsurutus.sensor.file.FileFacts;
import org.tsurutus.sensor.file.FileView;
import org.tsurutus.sensor.file.KnownFiles;
import org.tsurutus.sensor.trace.TraceLines;
import org.tsurutus.sensor.trace.TraceParser;
import org.tsurutus.sensor.wine.DriveC;
import org.tsurutus.sensor.wine.WindowsPath;
import org.tsurutus.sensor.wine.WineProcess;
import org.tsurutus.sensor.wine.WineState;

/// Turns the raw facts of a Wine guest into Mark II records, live.
///
/// Before [#startRecording] everything is only learned: that is where the facts of the time before
/// a saved state are replayed. [#finish] settles what still waited when the stream ended. One
/// thread feeds it; any thread may ask it.
public final class WineSensor {
    private static final long QUEUE_OVERFLOW = 1;
    private static final long NAME_GONE = 2;

    private final DriveC drive;
    private final FileView view;
    private final ContentStore contents;
    private final Records records;
    private final FileEvents files;
    private final ActEvents acts;
    private final WineState state;
    private final TraceLines lines = new TraceLines();
    private final TraceParser parser = new TraceParser();
    private final GapCounts gaps = new GapCounts();
    private final List<FactReader> readers = new ArrayList<>();
    private Optional<RawFact.Closed> closing = Optional.empty();
    private long nextSequence;
    private long frames;
    private long bytes;

    /// @param pc as the records name it
    /// @param base the files that are on the PC beforehand
    /// @param contents takes the bytes of closed files; stays the caller's to close
    /// @param log takes the records, in the order of their numbers
    public WineSensor(Pc pc, KnownFiles base, ContentStore contents, Consumer<MarkIIRecord> log) {
        this.contents = contents;
        drive = new DriveC(pc.driveC());
        view = new FileView(base);
        records = new Records(pc, log);
        files = new FileEvents(drive, view, records, gaps);
        acts = new ActEvents(records, files, view, gaps);
        state = new WineState(pc.tmid(), drive, acts);
    }

    /// Counts what this reader cannot read among the [#gaps()].
    public synchronized void follow(FactReader reader) {
        readers.add(reader);
    }

    /// Takes the next fact.
    ///
    /// @throws SensorException when a file's bytes cannot be kept on this host
    public synchronized void accept(RawFact fact) {
        count(fact);
        if (!(fact instanceof RawFact.Content || fact instanceof RawFact.ClosedEnd)) {
            closeInterrupted();
        }
        switch (fact) {
            case RawFact.Note _ -> {}
            case RawFact.Trace trace -> trace(trace);
            case RawFact.Created created ->
                    files.kernelCreated(drive.normalise(created.path()), created.nanos());
            case RawFact.Deleted deleted ->
                    files.kernelDeleted(drive.normalise(deleted.path()), deleted.nanos());
            case RawFact.Moved moved ->
                    files.kernelMoved(drive.normalise(moved.from()), drive.normalise(moved.to()));
            case RawFact.Closed closed -> {
                if (records.covers(closed.nanos())) {
                    contents.begin(closed);
                } else {
                    contents.beginHashing(closed);
                }
                closing = Optional.of(closed);
            }
            case RawFact.Content content -> {
                bytes += content.bytes().remaining();
                contents.add(content);
            }
            case RawFact.ClosedEnd end -> close(end);
            case RawFact.Lost lost -> lost(lost);
        }
        files.tick(fact.nanos());
    }

    /// Begins to record: writes one `ps/run` for each living process, and from now on what happens.
    ///
    /// @param wall the time of the PC's clock at this moment
    /// @param guestNanos the guest's monotonic clock at this moment, in nanoseconds
    public synchronized void startRecording(Instant wall, long guestNanos) {
        records.start(wall, guestNanos);
        for (WineProcess process : state.live()) {
            if (process.announced()) {
                records.process("run", process, view.find(process.imagePath()), guestNanos);
            }
        }
    }

    /// The stream has ended: writes what can still be written and counts the rest.
    ///
    /// @throws SensorException when a file's bytes cannot be kept on this host
    public synchronized void finish() {
        closeInterrupted();
        lines.rest().ifPresent(this::line);
        files.finish();
    }

    /// How many processes live now that were started below one whose image is this path, in any
    /// case, directly or not.
    public synchronized long liveUnder(String launcherPath) {
        String launcher = WindowsPath.fold(launcherPath);
        return state.live().stream()
                .filter(process -> process.ancestors().contains(launcher))
                .count();
    }

    /// How many processes were ever started below one whose image is this path.
    public synchronized long startedUnder(String launcherPath) {
        return acts.family().under(launcherPath);
    }

    /// The processes that one whose image is this path started itself, in order.
    public synchronized List<StartedProcess> startedBy(String launcherPath) {
        return acts.family().startedBy(launcherPath);
    }

    /// Who opened disks as raw sectors, in order.
    public synchronized List<RawDiskOpen> rawDiskOpens() {
        return acts.rawDiskOpens();
    }

    /// Records a run of sectors that differs after the run, as compared from outside. The event
    /// names a process where exactly one had opened the disk for writing; the sensor cannot know
    /// more.
    ///
    /// @param wall when it was compared
    /// @param path the disk as Windows programs name it, such as `\\.\PhysicalDrive0`
    /// @param lba the first sector
    /// @param sectors how many
    /// @param oldSha256 of the sectors before the run
    /// @param newSha256 of the sectors after it
    public synchronized void sectorsChanged(
            Instant wall, String path, long lba, long sectors, String oldSha256, String newSha256) {
        List<RawDiskOpen> writers =
                acts.rawDiskOpens().stream()
                        .filter(open -> open.forWriting() && open.path().equalsIgnoreCase(path))
                        .toList();
        boolean one = writers.stream().map(RawDiskOpen::psGuid).distinct().count() == 1;
        records.sectors(
                wall,
                one ? Optional.of(writers.getFirst()) : Optional.empty(),
                path,
                lba,
                sectors,
                oldSha256,
                newSha256);
    }

    /// What may be missing from the log, by reason, zeros included.
    public synchronized SequencedMap<String, Long> gaps() {
        GapCounts all = gaps.copy();
        for (FactReader reader : readers) {
            all.add(Gap.FRAMES_MISSING, reader.damage().framesMissing());
            all.add(Gap.FRAMES_CUT, reader.damage().framesCut());
            all.add(Gap.BYTES_SKIPPED, reader.damage().bytesSkipped());
        }
        all.add(Gap.TRACE_LINES_CUT, lines.cutLines());
        all.add(Gap.TRACE_LINES_NOT_UNDERSTOOD, parser.notUnderstood() + state.notUnderstood());
        all.add(Gap.UNKNOWN_THREADS, state.unknownThreads());
        all.add(Gap.FILES_CUT, contents.cutOrNotKept());
        all.add(Gap.FORGOTTEN, state.refused() + view.forgotten() + acts.forgotten());
        return all.byLabel();
    }

    /// How much was taken and written so far.
    public synchronized SensorCounts counts() {
        return new SensorCounts(records.kinds(), frames, bytes, lines.lines());
    }

    private void lost(RawFact.Lost lost) {
        if (lost.kind() == NAME_GONE) {
            gaps.add(Gap.NAMES_GONE, records.covers(lost.nanos()) ? 1 : 0);
            return;
        }
        gaps.add(Gap.QUEUE_OVERFLOWS, lost.kind() == QUEUE_OVERFLOW ? 1 : 0);
        view.distrust();
    }

    private void count(RawFact fact) {
        if (frames > 0 && fact.sequence() > nextSequence) {
            view.distrust();
        }
        nextSequence = fact.sequence() + 1;
        frames++;
    }

    private void trace(RawFact.Trace trace) {
        bytes += trace.bytes().remaining();
        acts.setTime(trace.nanos());
        lines.accept(trace.bytes(), this::line);
    }

    private void line(TraceLines.Line line) {
        parser.accept(line).ifPresent(event -> state.accept(event, acts.time()));
    }

    private void close(RawFact.ClosedEnd end) {
        if (closing.filter(closed -> closed.content() == end.content()).isPresent()) {
            close(closing.get(), contents.end(end));
        }
    }

    private void closeInterrupted() {
        closing.ifPresent(closed -> {
            contents.abandon();
            close(closed, Optional.empty());
        });
    }

    private void close(RawFact.Closed closed, Optional<FileFacts> facts) {
        closing = Optional.empty();
        files.kernelClosed(
                drive.normalise(closed.path()),
                new FileClaims.Close(closed.size(), facts, closed.nanos()));
    }
}
