package org.tsurutus.farm.run;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.BooleanSupplier;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.guest.GuestSession;
import org.tsurutus.farm.host.Progress;
import org.tsurutus.farm.machine.Machine;
import org.tsurutus.farm.specimen.StartPlan;
import org.tsurutus.sensor.Pc;
import org.tsurutus.sensor.file.ContentStore;

/// One specimen acting on one PC, from power on to the last record.
final class Performance {
    private static final String DRIVE_C = "/wine/drive_c/";
    private static final Duration BOOT = Duration.ofMinutes(6);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final Duration QUIET = Duration.ofSeconds(2);

    /// The answer comes behind the bytes of the last files that were closed.
    private static final Duration SYNC = Duration.ofMinutes(2);

    private static final Duration TICK = Duration.ofMillis(100);

    private final RunRequest request;
    private final StartPlan plan;
    private final RunDirectory directory;
    private final RunBook book;
    private final Machines.Prepared pc;
    private final Progress progress;
    private final BooleanSupplier cancelled;
    private int notesBefore;

    Performance(
            RunRequest request,
            StartPlan plan,
            RunDirectory directory,
            RunBook book,
            Machines.Prepared pc,
            Progress progress,
            BooleanSupplier cancelled) {
        this.request = request;
        this.plan = plan;
        this.directory = directory;
        this.book = book;
        this.pc = pc;
        this.progress = progress;
        this.cancelled = cancelled;
    }

    /// Plays to the end. The PC is off and its disks are given up when this returns.
    void play() {
        Path log = directory.log(request.specimen().sha256());
        RecordingInputs inputs = RecordingInputs.of(identity(), request.trust(), Instant.now());
        try (Machine machine = pc.machine();
                ContentStore contents =
                        new ContentStore(
                                directory.files(),
                                ContentStore.DEFAULT_LIMIT_BYTES,
                                inputs.inspector(request.trust()));
                Recording recording =
                        new Recording(
                                inputs,
                                pc.known(),
                                directory.raw(),
                                pc.launcher(),
                                contents,
                                log)) {
            Machine.StartKind kind = book.require("start", () -> powerOn(machine));
            book.started(kind);
            GuestSession session =
                    new GuestSession(machine, directory.raw().writeFacts(), recording::accept);
            recording.follow(session.reader());
            DiskHistory disk = new DiskHistory(machine, recording, directory.disk());
            long clicks = 0;
            try {
                book.perform("hand in", () -> handIn(session, recording, kind));
                book.enter(RunManifest.State.RUNNING);
                clicks = act(machine, session, recording, disk);
                book.enter(RunManifest.State.COLLECTING);
                session.exitCode(notesBefore).ifPresent(book::exited);
                book.attempt("sync", () -> sync(machine, session));
            } finally {
                machine.powerOff();
                book.attempt("collect", () -> collect(session, recording));
                book.attempt("disk", disk::end);
                book.attempt("rollback", machine::rollBack);
                if (!session.failure().isEmpty()) {
                    recording.brokeOff();
                }
                book.counted(recording.counts(clicks, contents.keptFiles()), recording.gaps());
            }
        }
    }

    private Machine.StartKind powerOn(Machine machine) {
        try (Progress.Step _ = progress.begin("starting the PC")) {
            return machine.powerOn();
        }
    }

    /// Puts the specimen on the desktop and starts it; from the last moment before on, acts are
    /// recorded.
    private void handIn(GuestSession session, Recording recording, Machine.StartKind kind) {
        session.awaitReady(BOOT);
        if (kind == Machine.StartKind.COLD) {
            session.awaitQuiet(ANSWER);
        }
        Instant now = Instant.now();
        session.tell("time " + now.getEpochSecond(), ANSWER);
        session.tell("unpack " + unixPath(StartPlan.FOLDER), ANSWER);
        recording.begin(Instant.now(), session.guestNanos());
        String folder = StartPlan.FOLDER.substring(0, StartPlan.FOLDER.length() - 1);
        notesBefore = session.noteCount();
        session.tell("run " + folder + "\t" + plan.commandLine(), ANSWER);
        String answer = session.awaitNote(notesBefore, note -> note.startsWith("launch"), ANSWER);
        if (!answer.startsWith("launched")) {
            throw FarmException.input(
                    "Windows could not start "
                            + request.specimen().guestName()
                            + ": error "
                            + answer.substring(answer.lastIndexOf(' ') + 1)
                            + " from CreateProcess");
        }
    }

    /// Waits until there is a reason to end.
    ///
    /// @return how many clicks were made
    private long act(Machine machine, GuestSession session, Recording recording, DiskHistory disk) {
        long deadline = System.nanoTime() + request.limit().toNanos();
        Clicking clicking =
                new Clicking(
                        machine,
                        directory,
                        book.clickSeed(),
                        book.startNanos(),
                        click -> recording.clicked(click, book.startNanos()));
        String step = "the specimen acts (at most " + request.limit().toSeconds() + " s)";
        try (Progress.Step _ = progress.begin(step);
                clicking) {
            long lastCheckpoint = System.nanoTime();
            while (!ended(machine, session, recording, deadline)) {
                if (isCheckpointDue(lastCheckpoint)) {
                    book.attempt("checkpoint", () -> sync(machine, session) + disk.checkpoint());
                    lastCheckpoint = System.nanoTime();
                }
                pause();
            }
        }
        book.attempt("click", clicking::summary);
        return clicking.clicks();
    }

    private boolean isCheckpointDue(long last) {
        return request.checkpointEvery()
                .filter(pause -> System.nanoTime() - last > pause.toNanos())
                .isPresent();
    }

    private boolean ended(
            Machine machine, GuestSession session, Recording recording, long deadline) {
        if (cancelled.getAsBoolean()) {
            book.end(RunBook.CANCELLED, "the user ended the run");
        } else if (!machine.isOn() || session.ended()) {
            String why = session.failure().isEmpty() ? "" : ": " + session.failure();
            book.end("guest stopped", "the PC switched itself off or crashed" + why);
        } else if (session.noted(GuestSession.TRACE_ENDED)) {
            book.end("guest stopped", "Windows was ended from inside");
        } else if (System.nanoTime() > deadline) {
            book.end(
                    "time limit",
                    "the specimen was still at work after " + request.limit().toSeconds() + " s");
        } else if (session.exitCode(notesBefore).isPresent() && !recording.watches()) {
            book.end("process tree ended", "nobody watched, and the specimen's own process ended");
        } else if (recording.treeEnded() && recording.quietFor().compareTo(QUIET) > 0) {
            book.end(
                    "process tree ended",
                    "every process of the specimen has ended and nothing happened for "
                            + QUIET.toSeconds()
                            + " s");
        } else {
            return false;
        }
        return true;
    }

    /// Lets the guest write out what its disks still wait for, so that raw writes are seen from
    /// outside.
    private static String sync(Machine machine, GuestSession session) {
        if (!machine.isOn()) {
            return "not possible: the PC is off";
        }
        session.tell("sync", SYNC);
        return "";
    }

    /// Takes the last facts of a PC that is off; after this the log has its last record of the
    /// sensor.
    private static String collect(GuestSession session, Recording recording) {
        session.close();
        recording.finish();
        return "";
    }

    private static String unixPath(String windowsFolder) {
        String inside = windowsFolder.substring("C:\\".length(), windowsFolder.length() - 1);
        return DRIVE_C + inside.replace('\\', '/');
    }

    private Pc identity() {
        RunManifest.Pc facts = pc.facts();
        return new Pc(
                facts.com(),
                "WORKGROUP",
                "tsurutus-" + facts.machine(),
                facts.tmid(),
                facts.csid(),
                pc.ips(),
                facts.mac(),
                facts.user(),
                facts.com(),
                "en-US",
                ZoneOffset.UTC,
                DRIVE_C);
    }

    private static void pause() {
        try {
            Thread.sleep(TICK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw FarmException.environment("interrupted while the specimen was acting", e);
        }
    }
}
