package org.tsurutus.app.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tsurutus.farm.run.RunManifest;
import org.tsurutus.lake.LogCounts;

/// What the run was and how it went. It says what happened and never what it means.
///
/// @param title the specimen's file name
/// @param state how far the run came
/// @param stateStyle the name of the state's style
/// @param pcs how many PCs there were
record Summary(
        String title,
        String run,
        String state,
        String stateStyle,
        String end,
        int pcs,
        List<FactGroup> groups,
        List<StageRow> stages,
        List<Fact> records,
        List<Fact> amounts,
        List<Fact> tools) {

    static Summary of(RunManifest manifest, LogCounts counts) {
        List<FactGroup> groups = new ArrayList<>();
        groups.add(new FactGroup("Specimen", specimen(manifest)));
        groups.add(new FactGroup("Start", start(manifest)));
        for (RunManifest.Pc pc : manifest.pcs()) {
            groups.add(new FactGroup("PC · " + ShownText.of(pc.name()), pc(pc)));
        }
        groups.add(new FactGroup("Times", times(manifest)));
        return new Summary(
                ShownText.of(manifest.specimen().name()),
                ShownText.of(manifest.run()),
                manifest.state().name().toLowerCase(Locale.ROOT),
                stateStyle(manifest.state()),
                manifest.end().map(end -> ShownText.of(end.told())).orElse("the run has not ended"),
                manifest.pcs().size(),
                groups,
                manifest.stages().stream().map(StageRow::of).toList(),
                counts.byKind().entrySet().stream().map(Summary::count).toList(),
                amounts(manifest, counts),
                manifest.tools().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(tool -> Fact.text(ShownText.of(tool.getKey()), tool.getValue()))
                        .toList());
    }

    private static List<Fact> specimen(RunManifest manifest) {
        RunManifest.Specimen specimen = manifest.specimen();
        return List.of(
                Fact.text("name", specimen.name()),
                Fact.text(
                        "kind",
                        specimen.kind()
                                + specimen.architecture().map(name -> ", " + name).orElse("")),
                Fact.text("size", ShownText.bytes(specimen.size())),
                Fact.code("SHA-256", specimen.sha256()),
                Fact.code("SHA-1", specimen.sha1()),
                Fact.code("MD5", specimen.md5()));
    }

    private static List<Fact> start(RunManifest manifest) {
        RunManifest.Start start = manifest.start();
        return List.of(
                Fact.code("command line", start.commandLine()),
                Fact.code("path", start.path()),
                Fact.code("arguments", start.arguments().isEmpty() ? "none" : start.arguments()));
    }

    private static List<Fact> pc(RunManifest.Pc pc) {
        return List.of(
                Fact.text("machine", pc.machine() + ", " + pc.accelerator()),
                Fact.text("start", pc.start()),
                Fact.code("image", pc.image()),
                Fact.text("computer", pc.com() + ", user " + pc.user()),
                Fact.code("address", pc.ip() + ", " + pc.mac()),
                Fact.code("terminal", pc.tmid()));
    }

    private static List<Fact> times(RunManifest manifest) {
        RunManifest.Times times = manifest.times();
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.text("requested", times.requested().toString()));
        times.marks().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(mark ->
                        Fact.text(ShownText.of(mark.getKey()), "after " + span(mark.getValue())))
                .forEach(facts::add);
        facts.add(Fact.text("time limit", span(times.limitMillis())));
        manifest.timers().ifPresent(timers -> tell(timers, facts));
        return facts;
    }

    private static void tell(RunManifest.Timers timers, List<Fact> facts) {
        timers.whileNewMillis()
                .ifPresent(most -> facts.add(Fact.text("while new, up to", span(most))));
        timers.whenQuietMillis()
                .ifPresent(quiet -> facts.add(Fact.text("ends when quiet for", span(quiet))));
        for (RunManifest.Extension extension : timers.extensions()) {
            facts.add(
                    Fact.text(
                            "extended by " + span(extension.byMillis()),
                            "after " + span(extension.atMillis()) + ": " + extension.why()));
        }
    }

    private static List<Fact> amounts(RunManifest manifest, LogCounts log) {
        RunManifest.Counts counts = manifest.counts();
        return List.of(
                Fact.text("records in the log", ShownText.count(log.records())),
                Fact.text("records by the manifest", ShownText.count(counts.total())),
                Fact.text("files kept", ShownText.count(counts.files())),
                Fact.text("clicks", ShownText.count(counts.clicks())),
                Fact.text(
                        "raw facts",
                        ShownText.bytes(counts.rawBytes())
                                + " in "
                                + ShownText.count(counts.rawFrames(), "frame")),
                Fact.text("recorder's records", ShownText.count(counts.traceRecords())),
                Fact.text("known to be dropped", ShownText.count(counts.dropped())),
                Fact.text("not matched", ShownText.count(counts.unmatched())));
    }

    private static Fact count(Map.Entry<String, Long> kind) {
        return Fact.text(ShownText.of(kind.getKey()), ShownText.count(kind.getValue()));
    }

    private static String span(long millis) {
        return ShownText.span(Duration.ofMillis(millis));
    }

    private static String stateStyle(RunManifest.State state) {
        return switch (state) {
            case DONE -> "good";
            case FAILED -> "bad";
            case CANCELLED, QUEUED, LEASED, STARTED, RUNNING, COLLECTING -> "plain";
        };
    }
}
