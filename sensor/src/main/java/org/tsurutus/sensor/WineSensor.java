package org.tsurutus.sensor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.sensor.fact.FactReader;
import org.tsurutus.sensor.fact.Peer;
import org.tsurutus.sensor.fact.RawFact;
import org.tsurutus.sensor.file.ContentStore;
import org.tsurutus.sensor.file.FileFacts;
import org.tsurutus.sensor.file.FileView;
import org.tsurutus.sensor.file.KnownFiles;
import org.tsurutus.sensor.trace.Endpoint;
import org.tsurutus.sensor.trace.RecordReader;
import org.tsurutus.sensor.trace.TraceRecord;
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
    private static final long LONG_SHIPPING_NANOS = 500_000_000L;
    private static final long CATCHING_UP_NANOS = 10_000_000_000L;

    /// The device that the kernel gives for sockets.
    private static final long SOCKETS = 0;

    private final DriveC drive;
    private final FileView view;
    private final ContentStore contents;
    private final Records records;
    private final FileEvents files;
    private final NetworkEvents network;
    private final RawDisks disks;
    private final ServedFiles served;
    private final ActEvents acts;
    private final WineState state;
    private final RecordReader trace = new RecordReader(this::record);
    private final GapCounts gaps = new GapCounts();
    private final List<FactReader> readers = new ArrayList<>();
    private Optional<RawFact.Closed> closing = Optional.empty();
    private long nextSequence;
    private long frames;
    private long bytes;
    private boolean finished;
    private long busyUntil = -CATCHING_UP_NANOS;

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
        network = new NetworkEvents(records, gaps);
        disks = new RawDisks(records);
        served = new ServedFiles(pc.tmid(), drive, view, records);
        acts = new ActEvents(records, files, network, disks, view, gaps);
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
            case RawFact.Note note -> note(note);
            case RawFact.Trace piece -> trace(piece);
            case RawFact.Created created when created.marks().server() -> served.created(created);
            case RawFact.Deleted deleted when deleted.marks().server() -> served.deleted(deleted);
            case RawFact.Moved moved when moved.marks().server() -> served.moved(moved);
            case RawFact.Served counted -> served.counted(counted);
            case RawFact.Accepted taken -> served.accepted(taken);
            case RawFact.Connected made when made.kernel() -> served.connected(made);
            case RawFact.Created created -> outside(created.path(), created.nanos());
            case RawFact.Deleted deleted -> outside(deleted.path(), deleted.nanos());
            case RawFact.Moved moved -> outside(moved.to(), moved.nanos());
            case RawFact.Counted counted -> counted(counted);
            case RawFact.Connected connected ->
                    state.established(endpoint(connected.local()), endpoint(connected.remote()));
            case RawFact.Datagram datagram ->
                    state.byUnixPid(datagram.unixPid())
                            .ifPresent(process -> network.datagram(process, datagram));
            case RawFact.RawWrite write ->
                    state.byUnixPid(write.unixPid())
                            .ifPresent(process -> disks.written(process, write));
            case RawFact.Attributes attributes -> attributes(attributes);
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
        tick(fact.nanos(), false);
    }

    /// Begins to record: writes one `sys/start` if there is something to say, one `ps/run` for each
    /// living process, and from now on what happens.
    ///
    /// @param wall the time of the PC's clock at this moment
    /// @param guestNanos the guest's monotonic clock at this moment, in nanoseconds
    /// @param containment what was tried to reach the world outside, and what came of it; empty
    ///   where it was not tried
    public synchronized void startRecording(
            Instant wall, long guestNanos, Optional<String> containment) {
        records.start(wall, guestNanos);
        containment.ifPresent(told -> records.sensorStarted(told, guestNanos));
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
        tick(0, true);
    }

    /// Records that the PC's recording has ended, after [#finish]; nothing where it never began.
    ///
    /// @param wall the time of the host's clock
    /// @param why why it ended
    public synchronized void stopped(Instant wall, String why) {
        records.sensorStopped(why, wall);
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
        return disks.opens();
    }

    /// Records a run of sectors that differs after the run, as compared from outside. The event
    /// names the process that wrote there last, as the kernel saw it.
    ///
    /// @param wall when it was compared
    /// @param path the disk as Windows programs name it, such as `\\.\PhysicalDrive0`
    /// @param lba the first sector
    /// @param sectors how many
    /// @param oldSha256 of the sectors before the run
    /// @param newSha256 of the sectors after it
    /// @param structure what they were before it, where that is known
    public synchronized void sectorsChanged(
            Instant wall,
            String path,
            long lba,
            long sectors,
            String oldSha256,
            String newSha256,
            Optional<String> structure) {
        records.sectors(
                wall,
                disks.writer(path, lba, sectors),
                path,
                lba,
                sectors,
                oldSha256,
                newSha256,
                structure);
    }

    /// Records what the lab's clicker did. Its record has the time of the press, though it comes
    /// when its effect is known; a click from before recording began is left out.
    public synchronized void clicked(ScreenClick click) {
        records.click(click);
    }

    /// What may be missing from the log, by reason, zeros included.
    public synchronized SequencedMap<String, Long> gaps() {
        return allGaps().byLabel();
    }

    private GapCounts allGaps() {
        GapCounts all = gaps.copy();
        for (FactReader reader : readers) {
            all.add(Gap.FRAMES_MISSING, reader.damage().framesMissing());
            all.add(Gap.FRAMES_CUT, reader.damage().framesCut());
            all.add(Gap.BYTES_SKIPPED, reader.damage().bytesSkipped());
        }
        all.add(Gap.TRACE_BYTES_SKIPPED, trace.bytesSkipped() + (finished ? trace.waiting() : 0));
        all.add(Gap.TRACE_RECORDS_NOT_UNDERSTOOD, trace.notUnderstood() + state.notUnderstood());
        all.add(Gap.UNKNOWN_THREADS, state.unknownThreads());
        all.add(Gap.FILES_CUT, contents.cutOrNotKept());
        all.add(
                Gap.FORGOTTEN,
                state.refused() + view.forgotten() + acts.family().forgotten() + disks.forgotten());
        return all;
    }

    /// How much was taken and written so far.
    public synchronized SensorCounts counts() {
        GapCounts all = allGaps();
        return new SensorCounts(
                records.kinds(),
                frames,
                bytes,
                trace.records(),
                all.total(Gap.Kind.DROPPED),
                all.total(Gap.Kind.UNMATCHED),
                all.total(Gap.Kind.BYTES));
    }

    private void lost(RawFact.Lost lost) {
        long covered = records.covers(lost.nanos()) ? 1 : 0;
        if (lost.kind() == NAME_GONE) {
            gaps.add(Gap.NAMES_GONE, covered);
        } else if (lost.kind() == QUEUE_OVERFLOW) {
            gaps.add(Gap.QUEUE_OVERFLOWS, 1);
            view.distrust();
        } else {
            gaps.add(Gap.COUNTS_LOST, covered);
        }
    }

    private void count(RawFact fact) {
        if (frames > 0 && fact.sequence() > nextSequence) {
            view.distrust();
            trace.restart();
        }
        nextSequence = fact.sequence() + 1;
        frames++;
    }

    /// What the server of shares and the service host say of logons.
    private void note(RawFact.Note note) {
        String text = note.text();
        if (!text.startsWith(RemoteLogon.SHARES) && !text.startsWith(RemoteLogon.SERVICE_HOST)) {
            return;
        }
        Optional<RemoteLogon> logon = RemoteLogon.read(text);
        logon.ifPresent(told -> records.remoteLogon(told, note.nanos()));
        if (logon.isEmpty() && records.covers(note.nanos())) {
            gaps.add(Gap.TRACE_RECORDS_NOT_UNDERSTOOD, 1);
        }
    }

    private void trace(RawFact.Trace piece) {
        bytes += piece.bytes().remaining();
        trace.accept(piece.bytes());
    }

    private void record(TraceRecord record) {
        acts.setTime(record.nanos());
        state.accept(record);
    }

    private void outside(String path, long nanos) {
        files.kernelName(drive.normalise(path), nanos);
    }

    private void counted(RawFact.Counted counted) {
        ByteCounts counts = new ByteCounts(counted.read(), counted.written());
        long inode = counted.file().inode();
        if (counted.file().device() == SOCKETS) {
            network.counted(inode, counts, counted.nanos());
        } else {
            files.counted(inode, counts, counted.nanos());
        }
    }

    /// What a process changes of a file itself; the wineserver's own changes belong to requests.
    private void attributes(RawFact.Attributes fact) {
        state.byUnixPid(fact.unixPid())
                .ifPresent(
                        process -> files.attributes(process, drive.normalise(fact.path()), fact));
    }

    /// While the collector ships a large file, everything else it has to tell waits; nobody is
    /// given up for that.
    private void tick(long nanos, boolean all) {
        finished |= all;
        boolean catchingUp = closing.isPresent() || nanos - busyUntil < CATCHING_UP_NANOS;
        if (all || !catchingUp) {
            files.settle(nanos, all);
            network.settle(nanos, all);
        }
        records.settle(nanos, all);
    }

    private static Endpoint endpoint(Peer peer) {
        return Endpoint.of(peer.address(), peer.port());
    }

    private void close(RawFact.ClosedEnd end) {
        if (closing.filter(closed -> closed.content() == end.content()).isPresent()) {
            if (end.nanos() - closing.get().nanos() > LONG_SHIPPING_NANOS) {
                busyUntil = end.nanos();
            }
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
        Optional<FileFacts> dated = facts.map(known -> known.with(closed.times()));
        FileContent content = new FileContent(closed, drive.normalise(closed.path()), dated);
        if (closed.marks().server()) {
            served.content(content);
        } else {
            files.content(content);
        }
    }
}
