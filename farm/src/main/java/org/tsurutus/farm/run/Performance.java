package org.tsurutus.farm.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.host.Progress;
import org.tsurutus.farm.specimen.StartPlan;

/// One specimen acting on the PCs of one run, from power on to the last record.
final class Performance {
    private static final Duration QUIET = Duration.ofSeconds(2);
    private static final Duration TICK = Duration.ofMillis(100);

    private final RunRequest request;
    private final StartPlan plan;
    private final RunDirectory directory;
    private final RunBook book;
    private final Path settings;
    private final Progress progress;
    private final BooleanSupplier cancelled;
    private final Set<String> loggedOn = new HashSet<>();

    Performance(
            RunRequest request,
            StartPlan plan,
            RunDirectory directory,
            RunBook book,
            Path settings,
            Progress progress,
            BooleanSupplier cancelled) {
        this.request = request;
        this.plan = plan;
        this.directory = directory;
        this.book = book;
        this.settings = settings;
        this.progress = progress;
        this.cancelled = cancelled;
    }

    /// Plays to the end. The PCs are off and their disks are given up when this returns.
    ///
    /// @param pcs the first one gets the specimen
    void play(List<Machines.Prepared> pcs) {
        List<Station> stations = new ArrayList<>();
        ConnectionOwners owners = new ConnectionOwners();
        try {
            for (Machines.Prepared pc : pcs) {
                stations.add(new Station(request, directory, book, pc, owners, part(pc)));
            }
            play(
                    stations,
                    stations.getFirst(),
                    pcs.stream().map(Machines.Prepared::facts).toList(),
                    owners);
        } finally {
            try {
                closeAll(stations, pcs);
            } finally {
                if (!book.isAlone()) {
                    book.attempt("join", this::join);
                }
            }
        }
    }

    private void play(
            List<Station> stations,
            Station first,
            List<RunManifest.Pc> pcs,
            ConnectionOwners owners) {
        try (RunNetwork network =
                RunNetwork.open(
                        request.scenario(),
                        pcs,
                        String.valueOf(directory.path().getFileName()),
                        directory.net(),
                        settings,
                        owners)) {
            try {
                book.perform("start", () -> start(stations));
                book.enter(RunManifest.State.STARTED);
                book.perform("hand in", () -> handIn(stations, first, network));
                book.enter(RunManifest.State.RUNNING);
                act(stations, first);
                book.enter(RunManifest.State.COLLECTING);
                first.exitCode().ifPresent(book::exited);
                Together.each(stations, Station::syncLast);
            } finally {
                Together.each(stations, Station::collect);
                if (network.isThere()) {
                    book.attempt("network", network::summary);
                }
                book.counted(counts(stations), gaps(stations, network));
            }
        }
    }

    private void start(List<Station> stations) {
        String what = stations.size() == 1 ? "the PC" : stations.size() + " PCs";
        try (Progress.Step _ = progress.begin("starting " + what)) {
            Together.each(stations, Station::powerOn);
        }
    }

    /// Puts everything in its place and starts the specimen; from the last moment before on, acts
    /// are recorded.
    private void handIn(List<Station> stations, Station first, RunNetwork network) {
        Together.each(stations, station -> station.prepare(request.scenario(), network));
        String containment = containment(stations, network);
        stations.forEach(station -> station.begin(containment));
        first.launch(plan);
    }

    /// Tries to get out, from every PC at once.
    ///
    /// @return what was tried, for the log
    /// @throws FarmException when something outside was reached; then no specimen may start
    private String containment(List<Station> stations, RunNetwork network) {
        if (!network.isThere()) {
            book.contained(new RunManifest.Containment(List.of(), List.of()));
            return "no network card";
        }
        try (Containment tried = Containment.open()) {
            List<String> reached = new CopyOnWriteArrayList<>();
            Together.each(
                    stations,
                    station ->
                            station.probe(tried).stream()
                                    .filter(_ -> !network.answers())
                                    .map(address -> station.name() + " reached " + address)
                                    .forEach(reached::add));
            reached.addAll(tried.arrived());
            book.contained(new RunManifest.Containment(tried.targets(), reached));
            if (!reached.isEmpty()) {
                throw FarmException.environment(
                        "the run's network leaks, so the specimen was not started: "
                                + String.join(", ", reached));
            }
            return tried.targets().size() + " addresses tried from each PC, none reached";
        }
    }

    /// Waits until there is a reason to end.
    private void act(List<Station> stations, Station first) {
        long begun = System.nanoTime();
        RunTimer timer = new RunTimer(request.timing(), begun, book::extended);
        String step = "the specimen acts (at most " + timer.limit().toSeconds() + " s)";
        try (Progress.Step _ = progress.begin(step)) {
            stations.forEach(station -> station.beginClicking(book.clickSeed()));
            long lastCheckpoint = System.nanoTime();
            while (!ended(stations, first, timer)) {
                if (isCheckpointDue(lastCheckpoint)) {
                    for (Station station : stations) {
                        if (station.ended().isEmpty()) {
                            book.attempt(station.label("checkpoint"), station::checkpoint);
                        }
                    }
                    lastCheckpoint = System.nanoTime();
                }
                logOn(stations, begun);
                pause();
            }
        } finally {
            stations.forEach(Station::endClicking);
        }
    }

    private boolean isCheckpointDue(long last) {
        return request.checkpointEvery()
                .filter(pause -> System.nanoTime() - last > pause.toNanos())
                .isPresent();
    }

    private boolean ended(List<Station> stations, Station first, RunTimer timer) {
        takeLetters(timer);
        List<Station> atWork =
                stations.stream().filter(station -> station.ended().isEmpty()).toList();
        if (cancelled.getAsBoolean()) {
            book.end(RunBook.CANCELLED, "the user ended the run");
        } else if (atWork.isEmpty()) {
            String why = first.ended().orElseThrow();
            book.end(
                    "guest stopped",
                    stations.size() == 1 ? why : "every PC has stopped; the first: " + why);
        } else if (first.exitCode().isPresent() && !first.recording().watches()) {
            book.end("process tree ended", "nobody watched, and the specimen's own process ended");
        } else if (isOver(atWork, first)
                && shortest(atWork, Recording::quietFor).compareTo(QUIET) > 0) {
            book.end(
                    "process tree ended",
                    "every process of the specimen has ended and nothing happened for "
                            + QUIET.toSeconds()
                            + " s");
        } else {
            int firstSeen = atWork.stream().mapToInt(one -> one.recording().firstSeen()).sum();
            Optional<RunManifest.End> over =
                    timer.check(System.nanoTime(), shortest(atWork, Recording::idleFor), firstSeen);
            over.ifPresent(end -> book.end(end.reason(), end.detail()));
            return over.isPresent();
        }
        return true;
    }

    /// Gives the run the time that its user has asked for since.
    private void takeLetters(RunTimer timer) {
        try {
            directory
                    .extensions()
                    .take()
                    .forEach(more -> timer.extend(more, "the user asked for it"));
        } catch (FarmException e) {
            book.failed("extend", e);
        }
    }

    /// Whether nothing of the specimen lives, and nobody is still to log on where it may wait for
    /// that.
    private boolean isOver(List<Station> atWork, Station first) {
        return (!atWork.contains(first) || first.recording().treeEnded())
                && atWork.stream()
                        .allMatch(station ->
                                station.recording().isIdle()
                                        && (station.place().nextLogon().isEmpty()
                                                || loggedOn.contains(station.name())));
    }

    private static Duration shortest(
            List<Station> stations, Function<Recording, Duration> silence) {
        return stations.stream()
                .map(Station::recording)
                .map(silence)
                .min(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private void logOn(List<Station> stations, long begun) {
        for (Station station : stations) {
            boolean isDue =
                    station.place()
                            .nextLogon()
                            .filter(after -> System.nanoTime() - begun > after.toNanos())
                            .isPresent();
            if (isDue && station.ended().isEmpty() && loggedOn.add(station.name())) {
                book.attempt(station.label("logon"), station::logOn);
            }
        }
    }

    private static RunManifest.Counts counts(List<Station> stations) {
        return stations.stream()
                .map(Station::counts)
                .reduce(RunManifest.Counts.none(), RunManifest.Counts::plus);
    }

    private static RunManifest.Gaps gaps(List<Station> stations, RunNetwork network) {
        return stations.stream()
                .map(station -> station.recording().gaps())
                .reduce(new RunManifest.Gaps(network.gaps()), RunManifest.Gaps::plus);
    }

    private Path part(Machines.Prepared pc) {
        return book.isAlone()
                ? directory.log(request.specimen().sha256())
                : directory.of(pc.place().name(), request.scenario()).part();
    }

    private String join() {
        List<Path> parts =
                request.scenario().pcs().stream()
                        .map(pc -> directory.of(pc.name(), request.scenario()).part())
                        .toList();
        return JoinedLog.join(parts, directory.log(request.specimen().sha256())) + " records";
    }

    /// Gives every PC back, those too that never became a station, whatever fails.
    private static void closeAll(List<Station> stations, List<Machines.Prepared> pcs) {
        List<AutoCloseable> all = new ArrayList<>(stations);
        pcs.stream().skip(stations.size()).map(Machines.Prepared::machine).forEach(all::add);
        Together.each(all, Performance::close);
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw FarmException.environment("a PC could not be given back: " + e, e);
        }
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
