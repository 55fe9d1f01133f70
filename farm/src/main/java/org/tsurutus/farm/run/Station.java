package org.tsurutus.farm.run;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.StringJoiner;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.guest.GuestClock;
import org.tsurutus.farm.guest.GuestSession;
import org.tsurutus.farm.machine.Machine;
import org.tsurutus.farm.scenario.Account;
import org.tsurutus.farm.scenario.Scenario;
import org.tsurutus.farm.scenario.ScenarioPc;
import org.tsurutus.farm.scenario.Share;
import org.tsurutus.farm.specimen.StartPlan;
import org.tsurutus.sensor.Pc;
import org.tsurutus.sensor.file.ContentStore;

/// One PC of a run, from power on to its last record. The order is that of the methods.
final class Station implements AutoCloseable {
    private static final String DRIVE_C = "/wine/drive_c/";
    private static final Duration BOOT = Duration.ofMinutes(6);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    /// The answer comes behind the bytes of the last files that were closed.
    private static final Duration SYNC = Duration.ofMinutes(2);

    private final Machines.Prepared pc;
    private final PcFolder folder;
    private final RunBook book;
    private final ContentStore contents;
    private final Recording recording;
    private final DiskHistory disk;
    private Optional<Machine.StartKind> started = Optional.empty();
    private Optional<GuestSession> talk = Optional.empty();
    private Optional<GuestClock> clock = Optional.empty();
    private Optional<Clicking> clicking = Optional.empty();
    private Optional<String> ended = Optional.empty();
    private int notesBefore;
    private boolean collected;

    /// A PC that is off.
    ///
    /// @param owners learns whose connections are
    /// @param log where its records go
    Station(
            RunRequest request,
            RunDirectory directory,
            RunBook book,
            Machines.Prepared pc,
            ConnectionOwners owners,
            Path log) {
        this.pc = pc;
        this.book = book;
        this.folder = directory.of(pc.place().name(), request.scenario());
        RecordingInputs inputs = RecordingInputs.of(identity(), request.trust(), Instant.now());
        this.contents =
                new ContentStore(
                        directory.files(),
                        ContentStore.DEFAULT_LIMIT_BYTES,
                        inputs.inspector(request.trust()));
        this.recording =
                new Recording(
                        inputs,
                        pc.known(),
                        folder.raw(),
                        pc.launcher(),
                        pc.services(),
                        contents,
                        owners,
                        log);
        this.disk = new DiskHistory(pc.machine(), recording, folder.disk());
    }

    String name() {
        return pc.place().name();
    }

    ScenarioPc place() {
        return pc.place();
    }

    Recording recording() {
        return recording;
    }

    /// Switches the PC on and begins to listen to its guest.
    void powerOn() {
        Machine.Start start = pc.machine().powerOn();
        started = Optional.of(start.kind());
        book.started(name(), start.kind());
        start.why()
                .ifPresent(
                        why -> book.failed(label("saved state"), FarmException.environment(why)));
        GuestSession session =
                new GuestSession(pc.machine(), folder.raw().writeFacts(), recording::accept);
        talk = Optional.of(session);
        recording.follow(session.reader());
    }

    /// Makes the guest the PC that the scenario says, up to the last moment before its acts are
    /// recorded.
    void prepare(Scenario scenario, RunNetwork network) {
        GuestSession session = talk.orElseThrow();
        session.awaitReady(BOOT);
        if (started.orElseThrow() == Machine.StartKind.COLD) {
            session.awaitQuiet(ANSWER);
        }
        Instant now = Instant.now();
        session.tell(
                "time %d.%03d".formatted(now.getEpochSecond(), now.getNano() / 1_000_000), ANSWER);
        if (!name().equals(Scenario.ALONE.pcs().getFirst().name())) {
            session.tell("name " + name(), ANSWER);
        }
        if (network.isThere()) {
            join(session, scenario, network);
        }
        session.tell("unpack " + DRIVE_C, ANSWER);
        if (network.isThere() && !place().accounts().isEmpty()) {
            share(session);
        }
        GuestClock read = session.readClock(ANSWER);
        clock = Optional.of(read);
        book.clock(name(), read);
    }

    /// Lets the guest try to reach the world outside.
    ///
    /// @return the addresses at which it was answered
    List<String> probe(Containment containment) {
        GuestSession session = talk.orElseThrow();
        int before = session.noteCount();
        session.tell(containment.word(), ANSWER);
        return session.notes(before, "reached ");
    }

    private void join(GuestSession session, Scenario scenario, RunNetwork network) {
        network.listen(name(), pc.facts().mac(), pc.lanSocket());
        pc.machine().plug(pc.lanSocket(), pc.facts().mac());
        String ours = network.answers() ? scenario.ours().toString() : "-";
        session.tell(
                "net %s/%d %s %s".formatted(place().address(), Scenario.PREFIX, ours, ours),
                ANSWER);
        for (ScenarioPc other : scenario.pcs()) {
            if (!other.equals(place())) {
                session.tell("host " + other.address() + " " + other.name(), ANSWER);
            }
        }
    }

    /// Offers the PC's shares, and tells its desktop who it is to others. What is shared lies there
    /// by now.
    private void share(GuestSession session) {
        for (Account account : place().accounts()) {
            session.tell("account " + words(account.name(), account.password()), ANSWER);
        }
        for (Share share : place().shares()) {
            session.tell("share " + words(share.name(), share.path()), ANSWER);
        }
        session.tell("serve", ANSWER);
        place().loggedOn()
                .ifPresent(account ->
                        session.tell(
                                "credentials " + words(account.name(), account.password()),
                                ANSWER));
    }

    /// Any texts as words of a line to the guest.
    private static String words(String... texts) {
        StringJoiner words = new StringJoiner(" ");
        for (String text : texts) {
            words.add(URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20"));
        }
        return words.toString();
    }

    /// From here on the PC's acts are recorded.
    ///
    /// @param containment what was tried to reach the world outside, and what came of it
    void begin(String containment) {
        GuestSession session = talk.orElseThrow();
        long guestNanos = clock.orElseThrow().at(System.nanoTime());
        recording.begin(Instant.now(), guestNanos, containment);
        notesBefore = session.noteCount();
    }

    /// Starts the specimen.
    void launch(StartPlan plan) {
        GuestSession session = talk.orElseThrow();
        String desktop = StartPlan.FOLDER.substring(0, StartPlan.FOLDER.length() - 1);
        session.tell("run " + desktop + "\t" + plan.commandLine(), ANSWER);
        String answer = session.awaitNote(notesBefore, note -> note.startsWith("launch"), ANSWER);
        if (!answer.startsWith("launched")) {
            throw FarmException.input(
                    "Windows could not start "
                            + plan.guestPath()
                            + ": error "
                            + answer.substring(answer.lastIndexOf(' ') + 1)
                            + " from CreateProcess");
        }
    }

    /// Lets somebody log on anew, so that what waits for a logon starts.
    String logOn() {
        GuestSession session = talk.orElseThrow();
        int before = session.noteCount();
        session.tell("run C:\\windows\tC:\\windows\\system32\\wineboot.exe", ANSWER);
        return session.awaitNote(before, note -> note.startsWith("launch"), ANSWER);
    }

    /// Begins to click what would stop a specimen.
    ///
    /// @param seed what the hand's chance begins with
    void beginClicking(long seed) {
        clicking =
                Optional.of(
                        new Clicking(
                                pc.machine(),
                                folder,
                                seed,
                                book.startNanos(),
                                click -> recording.clicked(click, book.startNanos())));
    }

    void endClicking() {
        clicking.ifPresent(hand -> {
            hand.close();
            book.attempt(label("click"), hand::summary);
        });
    }

    /// Keeps the disk as it is now.
    String checkpoint() {
        return sync() + disk.checkpoint();
    }

    /// Why the PC does nothing any more; empty as long as it is at work. A PC that has stopped
    /// stays stopped.
    Optional<String> ended() {
        if (ended.isEmpty()) {
            GuestSession session = talk.orElseThrow();
            if (!pc.machine().isOn() || session.ended()) {
                String why = session.failure().isEmpty() ? "" : ": " + session.failure();
                stop("the PC switched itself off or crashed" + why);
            } else if (session.noted(GuestSession.TRACE_ENDED)) {
                stop("Windows was ended from inside");
            }
        }
        return ended;
    }

    /// The code that the process ended with that was started here first.
    OptionalLong exitCode() {
        return talk.map(session -> session.exitCode(notesBefore)).orElse(OptionalLong.empty());
    }

    /// Lets the guest write out what its disks still wait for, so that raw writes are seen from
    /// outside.
    String sync() {
        if (!pc.machine().isOn() || talk.isEmpty()) {
            return "not possible: the PC is off";
        }
        talk.get().tell("sync", SYNC);
        return "";
    }

    /// The same as a stage of the run. A PC that does not answer has stopped.
    void syncLast() {
        book.attempt(
                label("sync"),
                () -> {
                    try {
                        return sync();
                    } catch (FarmException e) {
                        stop("the PC did not answer any more");
                        throw e;
                    }
                });
    }

    private void stop(String why) {
        if (ended.isEmpty()) {
            ended = Optional.of(why);
            book.stopped(name(), why);
        }
    }

    /// Cuts the power and takes what is still to be had: the last facts, the disk. Failures are
    /// stages of the run; this never throws.
    void collect() {
        if (collected) {
            return;
        }
        collected = true;
        String why = talk.flatMap(_ -> ended()).orElse("the run ended");
        pc.machine().powerOff();
        if (talk.isPresent()) {
            book.attempt(label("collect"), () -> collect(talk.get(), why));
            book.attempt(label("disk"), disk::end);
        }
        book.attempt(label("rollback"), pc.machine()::rollBack);
        talk.filter(session -> !session.failure().isEmpty()).ifPresent(_ -> recording.brokeOff());
    }

    /// Takes the last facts of a PC that is off; after this the log has its last record of the
    /// sensor.
    private String collect(GuestSession session, String why) {
        session.close();
        recording.finish(why);
        return "";
    }

    RunManifest.Counts counts() {
        return recording.counts(clicking.map(Clicking::clicks).orElse(0L), contents.keptFiles());
    }

    /// A stage's name, with the PC's where there are several.
    String label(String stage) {
        return book.isAlone() ? stage : stage + " " + name();
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

    /// Gives the PC back.
    @Override
    public void close() {
        collect();
        recording.close();
        contents.close();
        pc.machine().close();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
