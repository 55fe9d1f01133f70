package org.tsurutus.app;

import java.util.concurrent.Callable;
import org.tsurutus.lake.LogCounts;
import org.tsurutus.lake.LogCountsText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/// `log stats`.
@Command(
        name = "stats",
        mixinStandardHelpOptions = true,
        description =
                "Counts what logs hold, all of them together: kinds, hosts, processes, time span, gaps of serial numbers, malformed lines.",
        footer = {
            "",
            "Exit codes: 0 counted, 1 no record.",
            "Example: tsurutus log stats runs/*/*.log"
        })
final class LogStatsCommand implements Callable<Integer> {
    @Option(names = "--json", description = "One JSON object.")
    boolean json;

    @Mixin Logs logs = new Logs();

    @Override
    public Integer call() {
        LogCounts counts = LogCounts.of(logs.sources());
        System.out.print(
                json
                        ? JsonMapper.shared().writeValueAsString(counts) + "\n"
                        : LogCountsText.of(counts));
        return counts.records() > 0 ? 0 : 1;
    }
}
