package org.tsurutus.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tsurutus.lake.LogCounts;
import org.tsurutus.lake.LogCountsText;
import org.tsurutus.markii.MarkIIReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `log`: what a log holds.
@Command(
        name = "log",
        description = "Reads Mark II logs.",
        mixinStandardHelpOptions = true,
        subcommands = LogCommand.Stats.class)
final class LogCommand {

    /// `log stats`.
    @Command(
            name = "stats",
            mixinStandardHelpOptions = true,
            description = "Counts a log's records.",
            footer = {"", "Example: tsurutus log stats runs/*/*.log"})
    static final class Stats implements Callable<Integer> {
        @Parameters(paramLabel = "LOG", arity = "1..*", description = "Mark II logs")
        Path[] logs = {};

        @Override
        public Integer call() {
            for (Path log : logs) {
                if (logs.length > 1) {
                    System.out.println(log);
                }
                try (MarkIIReader reader = MarkIIReader.open(log)) {
                    System.out.println(LogCountsText.of(LogCounts.of(reader)));
                }
            }
            return 0;
        }
    }
}
