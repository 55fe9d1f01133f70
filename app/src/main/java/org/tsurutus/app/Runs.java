package org.tsurutus.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.tsurutus.app.report.Losses;
import org.tsurutus.app.report.ReportPage;
import org.tsurutus.dataset.VirusTotalNote;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.lab.Lab;
import org.tsurutus.farm.run.RunDirectory;
import org.tsurutus.farm.run.RunManifest;
import org.tsurutus.farm.run.RunRequest;
import org.tsurutus.farm.run.Runner;
import org.tsurutus.hunt.ProcessTree;
import org.tsurutus.hunt.ProcessTreeText;
import org.tsurutus.hunt.TreeScan;
import org.tsurutus.lake.LogCounts;
import org.tsurutus.lake.LogCountsText;
import org.tsurutus.markii.scan.LogFile;
import org.tsurutus.markii.scan.LogSource;
import org.tsurutus.markii.where.LineSelection;

/// What commands do with runs: make one, show one.
final class Runs {
    private Runs() {}

    /// Runs a specimen to its report. Ctrl-C ends the run in order: it is collected, marked
    /// cancelled and its PC is given back.
    static RunDirectory run(Lab lab, RunRequest request) {
        Runner runner = lab.runner();
        CountDownLatch filed = new CountDownLatch(1);
        Thread hook = new Thread(() -> cancel(runner, filed), "cancel");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            RunDirectory run = runner.run(request);
            VirusTotalNote.off(run);
            ReportPage.write(run);
            if (run.manifest().state() == RunManifest.State.CANCELLED) {
                System.err.println(
                        "tsurutus: cancelled; what was recorded is kept in " + run.path());
            }
            return run;
        } finally {
            filed.countDown();
            forget(hook);
        }
    }

    private static void cancel(Runner runner, CountDownLatch filed) {
        runner.cancel();
        try {
            if (!filed.await(30, TimeUnit.SECONDS)) {
                System.err.println(
                        "tsurutus: the run did not end in time; the next command cleans up after it");
            }
        } catch (InterruptedException _) {
            // the JVM ends either way
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // it is running: the JVM ends as soon as it has
        }
    }

    /// Prints the process tree, the counts and where everything is.
    ///
    /// @return the exit code
    static int printSummary(RunDirectory run) {
        RunManifest manifest = run.manifest();
        Path log = run.log(manifest.specimen().sha256());
        if (Files.exists(log)) {
            List<LogSource> sources = List.of(new LogFile(log));
            ProcessTree tree = TreeScan.of(sources, LineSelection.NONE).tree();
            System.out.println(ProcessTreeText.of(tree));
            System.out.println(LogCountsText.of(LogCounts.of(sources)));
        }
        String end = manifest.end().map(RunManifest.End::told).orElse("no reason noted");
        System.out.println(
                "state    "
                        + manifest.state().name().toLowerCase(java.util.Locale.ROOT)
                        + " ("
                        + end
                        + ")");
        System.out.println(
                "clicks   "
                        + manifest.counts().clicks()
                        + ", dropped files "
                        + manifest.counts().files());
        printGaps(manifest.gaps());
        System.out.println("log      " + log);
        System.out.println("report   " + run.report());
        return code(manifest);
    }

    private static void printGaps(RunManifest.Gaps gaps) {
        if (!gaps.areCounted()) {
            System.out.println("gaps     not counted: the run did not come so far");
        } else if (gaps.none()) {
            System.out.println("gaps     none");
        }
        Losses.of(gaps).forEach(loss -> System.out.println("gaps     " + loss));
    }

    /// Prints run.json as it stands.
    static int printJson(RunDirectory run) {
        try {
            System.out.print(Files.readString(run.manifestFile()));
        } catch (IOException e) {
            throw FarmException.environment("cannot read " + run.manifestFile() + ": " + e, e);
        }
        return code(run.manifest());
    }

    private static int code(RunManifest manifest) {
        return manifest.state() == RunManifest.State.DONE ? 0 : Failures.ENVIRONMENT;
    }
}
