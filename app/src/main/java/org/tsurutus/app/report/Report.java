package org.tsurutus.app.report;

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
        Screens screens = Screens.of(run);
        return new Report(
                Summary.of(manifest, counts),
                Completeness.of(manifest, log, counts),
                Behaviour.of(
                        log,
                        new TimeBase(counts.first()),
                        run.files(),
                        new ClickLinks(screens.clicks())),
                Film.of(run, screens.clicks().stream().map(Screens.ClickRow::click).toList()),
                screens);
    }
}
