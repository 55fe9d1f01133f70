package org.tsurutus.farm.run;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.tsurutus.farm.guest.GuestClock;
import org.tsurutus.farm.machine.Machine;
import org.tsurutus.farm.scenario.Scenario;

/// Keeps a run's manifest while the run goes on and saves it at every turn, so that a run whose
/// controller died still says how far it came.
final class RunBook implements AutoCloseable {
    static final String FAILED = "failed";
    static final String CANCELLED = "cancelled";

    private final RunDirectory directory;
    private final long startNanos = System.nanoTime();
    private final Instant requested = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    private final RunManifest.Specimen specimen;
    private final RunManifest.Start start;
    private final Scenario scenario;
    private final Timing timing;
    private final List<RunManifest.Extension> extensions = new ArrayList<>();
    private final Map<String, Long> marks = new LinkedHashMap<>();
    private final List<RunManifest.Stage> stages = new ArrayList<>();
    private RunManifest.State state = RunManifest.State.QUEUED;
    private List<RunManifest.Pc> pcs = List.of();
    private Map<String, String> tools = Map.of();
    private Optional<RunManifest.End> end = Optional.empty();
    private Optional<RunManifest.Containment> containment = Optional.empty();
    private RunManifest.Counts counts = RunManifest.Counts.none();
    private RunManifest.Gaps gaps = new RunManifest.Gaps(Map.of());

    RunBook(
            RunDirectory directory,
            RunManifest.Specimen specimen,
            RunManifest.Start start,
            Scenario scenario,
            Timing timing) {
        this.directory = directory;
        this.specimen = specimen;
        this.start = start;
        this.scenario = scenario;
        this.timing = timing;
        save();
    }

    /// What `System.nanoTime()` said when the run was asked for.
    long startNanos() {
        return startNanos;
    }

    /// What CrazyClicker's chance begins with.
    long clickSeed() {
        return start.clickSeed().orElse(0L);
    }

    /// Whether the run has one PC only.
    boolean isAlone() {
        return scenario.pcs().size() == 1;
    }

    synchronized void leased(List<RunManifest.Pc> pcs, Map<String, String> tools) {
        this.pcs = List.copyOf(pcs);
        this.tools = tools;
    }

    synchronized void started(String pc, Machine.StartKind kind) {
        change(pc, known -> known.started(kind.name().toLowerCase(Locale.ROOT)));
    }

    synchronized void clock(String pc, GuestClock read) {
        long offset = read.offsetNanos() + startNanos;
        change(pc, known -> known.timed(new RunManifest.Clock(offset, read.uncertaintyNanos())));
    }

    synchronized void contained(RunManifest.Containment tried) {
        containment = Optional.of(tried);
        save();
    }

    /// The specimen was given more time.
    synchronized void extended(Duration more, String why) {
        extensions.add(new RunManifest.Extension(millis(), more.toMillis(), why));
        save();
    }

    /// A PC does nothing any more, and the others go on.
    synchronized void stopped(String pc, String why) {
        change(pc, known -> known.stopped(why));
    }

    private void change(String pc, UnaryOperator<RunManifest.Pc> change) {
        pcs =
                pcs.stream()
                        .map(known -> known.com().equals(pc) ? change.apply(known) : known)
                        .toList();
        save();
    }

    synchronized void enter(RunManifest.State entered) {
        state = entered;
        marks.put(entered.isFinal() ? "ended" : entered.name().toLowerCase(Locale.ROOT), millis());
        save();
    }

    /// Says why the run ended; the first reason stands.
    synchronized void end(String reason, String detail) {
        if (end.isEmpty()) {
            end = Optional.of(new RunManifest.End(reason, detail, Optional.empty()));
            save();
        }
    }

    /// The process that was started first has ended.
    ///
    /// @param code unsigned
    synchronized void exited(long code) {
        end =
                end.map(known ->
                        new RunManifest.End(known.reason(), known.detail(), Optional.of(code)));
        save();
    }

    synchronized void counted(RunManifest.Counts counts, RunManifest.Gaps gaps) {
        this.counts = counts;
        this.gaps = gaps;
        save();
    }

    /// Runs a stage that the rest can do without: its failure is recorded and the run goes on.
    ///
    /// @param work answers with what a reader needs to know, or an empty text
    void attempt(String name, Supplier<String> work) {
        long from = millis();
        try {
            stage(name, "ok", from, work.get());
        } catch (RuntimeException e) {
            stage(name, FAILED, from, String.valueOf(e.getMessage()));
        }
    }

    /// Something failed that the rest can do without.
    void failed(String name, RuntimeException why) {
        stage(name, FAILED, millis(), String.valueOf(why.getMessage()));
    }

    /// Runs a stage that everything after it needs.
    void perform(String name, Runnable work) {
        require(
                name,
                () -> {
                    work.run();
                    return name;
                });
    }

    /// Runs a stage that makes what everything after it needs.
    <T> T require(String name, Supplier<T> work) {
        long from = millis();
        try {
            T made = work.get();
            stage(name, "ok", from, "");
            return made;
        } catch (RuntimeException e) {
            stage(name, FAILED, from, String.valueOf(e.getMessage()));
            throw e;
        }
    }

    private synchronized void stage(String name, String outcome, long from, String detail) {
        stages.add(new RunManifest.Stage(name, outcome, millis() - from, detail));
        save();
    }

    private long millis() {
        return (System.nanoTime() - startNanos) / 1_000_000;
    }

    /// Enters the final state that the reason calls for.
    @Override
    public void close() {
        String reason = end.map(RunManifest.End::reason).orElse(FAILED);
        enter(
                switch (reason) {
                    case FAILED -> RunManifest.State.FAILED;
                    case CANCELLED -> RunManifest.State.CANCELLED;
                    default -> RunManifest.State.DONE;
                });
    }

    private void save() {
        RunManifest.Times times =
                new RunManifest.Times(
                        requested,
                        Collections.unmodifiableMap(new LinkedHashMap<>(marks)),
                        timing.limit().toMillis());
        directory.save(
                new RunManifest(
                        1,
                        String.valueOf(directory.path().getFileName()),
                        state,
                        specimen,
                        start,
                        pcs,
                        times,
                        end,
                        List.copyOf(stages),
                        counts,
                        gaps,
                        Optional.of(
                                new RunManifest.Setting(
                                        scenario.name(),
                                        scenario.network().text(),
                                        scenario.notes())),
                        containment,
                        Optional.of(
                                new RunManifest.Timers(
                                        timing.whileNew().map(Duration::toMillis),
                                        timing.whenQuiet().map(Duration::toMillis),
                                        extensions)),
                        tools));
    }
}
