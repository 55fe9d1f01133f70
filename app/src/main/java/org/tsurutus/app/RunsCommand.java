package org.tsurutus.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tsurutus.farm.run.RunDirectories;
import org.tsurutus.farm.run.RunDirectory;
import org.tsurutus.farm.run.RunManifest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `runs`: what has been run.
@Command(
        name = "runs",
        mixinStandardHelpOptions = true,
        description = "Lists and shows runs, and gives them more time.",
        subcommands = {
            RunsCommand.ListRuns.class,
            RunsCommand.ShowRun.class,
            RunsExtendCommand.class
        })
final class RunsCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return new ListRuns().call();
    }

    /// `runs list`.
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists runs, oldest first.",
            footer = {"", "Example: tsurutus runs list"})
    static final class ListRuns implements Callable<Integer> {
        @Option(
                names = "--runs",
                paramLabel = "DIR",
                description = "the folder of runs (default: runs)")
        Path runs = Labs.runs();

        @Override
        public Integer call() {
            Labs.open();
            List<RunDirectory> found = RunDirectories.list(runs);
            for (RunDirectory run : found) {
                RunManifest manifest = run.manifest();
                System.out.printf(
                        "%-38s %-10s %8d records  %-10s %s%n",
                        manifest.run(),
                        manifest.state().name().toLowerCase(Locale.ROOT),
                        manifest.counts().total(),
                        completeness(manifest),
                        manifest.specimen().name());
            }
            return found.isEmpty() ? 1 : 0;
        }
    }

    /// Empty in a run that is under way, whose losses are counted at its end.
    private static String completeness(RunManifest manifest) {
        return !manifest.state().isFinal() || manifest.gaps().none() ? "" : "incomplete";
    }

    /// `runs show`.
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Shows one run.",
            footer = {"", "Example: tsurutus runs show runs/20261122T215600Z-0a1b2c3d-4e5f"})
    static final class ShowRun implements Callable<Integer> {
        @Parameters(paramLabel = "RUN", description = "the run's directory")
        Path run = Path.of("");

        @Option(names = "--json", description = "print run.json")
        boolean json;

        @Override
        public Integer call() {
            RunDirectory directory = new RunDirectory(run.toAbsolutePath().normalize());
            return json ? Runs.printJson(directory) : Runs.printSummary(directory);
        }
    }
}
