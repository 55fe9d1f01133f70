package org.tsurutus.app.report;

import java.util.List;
import java.util.stream.IntStream;
import org.tsurutus.farm.run.PcFolder;
import org.tsurutus.farm.run.RunDirectory;
import org.tsurutus.farm.run.RunManifest;
import org.tsurutus.lake.LogCounts;

/// All that the page shows.
record Report(
        Summary summary,
        Completeness completeness,
        Behaviour behaviour,
        Film film,
        Screens screens) {

    /// Reads a run; its log, its clicks and its pictures may be absent.
    static Report of(RunDirectory run) {
        RunManifest manifest = run.manifest();
        RunLog log = new RunLog(run.log(manifest.specimen().sha256()));
        LogCounts counts = log.counts();
        Screens screens = Screens.of(run, manifest);
        return new Report(
                Summary.of(manifest, counts),
                Completeness.of(manifest, log, counts),
                Behaviour.of(
                        log,
                        new TimeBase(counts.first()),
                        run.files(),
                        new ClickLinks(screens.clicks()),
                        new Computers(manifest)),
                Film.of(
                        run,
                        manifest.pcs().isEmpty()
                                ? List.of()
                                : screens.of(manifest.pcs().getFirst().tmid()),
                        otherFilms(run, manifest)),
                screens);
    }

    /// Whether there was a way from PC to PC at all.
    boolean isOfSeveralPcs() {
        return summary.pcs() > 1 || !behaviour.lateral().isEmpty();
    }

    /// The PCs whose screens were filmed besides that of the specimen.
    private static List<String> otherFilms(RunDirectory run, RunManifest manifest) {
        List<PcFolder> folders = run.all(manifest);
        return IntStream.range(1, folders.size())
                .filter(pc -> Film.isThere(folders.get(pc)))
                .mapToObj(pc -> ShownText.of(manifest.pcs().get(pc).com()))
                .toList();
    }
}
