package org.tsurutus.app;

import java.util.List;
import java.util.concurrent.Callable;
import org.tsurutus.lake.LogCounts;
import org.tsurutus.lake.LogCountsText;
import org.tsurutus.markii.scan.LogSources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `log`: what a log holds.
@Command(
        name = "log",
        description = "Reads Mark II logs.",
        mixinStandardHelpOptions = true,
        subcommands = {
            LogCommand.Stats.class,
            LogCatCommand.class,
            LogSortCommand.class,
            LogConvertCommand.class,
            LogCheckCommand.class
        })
final class LogCommand {

    /// `log stats`.
    @Command(
            name = "stats",
            mixinStandardHelpOptions = true,
            description = {
                "Counts what logs hold, all of them together: kinds, hosts, processes, gaps.",
                "Exits with 1 where there is no record."
            },
            footer = {"", "Example: tsurutus log stats runs/*/*.log"})
    static final class Stats implements Callable<Integer> {
        @Parameters(
                paramLabel = "LOG",
                arity = "1..*",
                description =
                        "logs, directories, globs, or - for standard input; .gz and .zst are read too")
        String[] logs = {};

        @Override
        public Integer call() {
            LogCounts counts = LogCounts.of(LogSources.of(List.of(logs)));
            System.out.println(LogCountsText.of(counts));
            return counts.records() > 0 ? 0 : 1;
        }
    }
}
