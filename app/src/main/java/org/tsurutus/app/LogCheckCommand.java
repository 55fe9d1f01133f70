package org.tsurutus.app;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.tsurutus.lake.check.CheckReport;
import org.tsurutus.lake.check.CheckReportText;
import org.tsurutus.lake.check.LogCheck;
import org.tsurutus.markii.lines.MalformedLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/// `log check`.
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Says what is odd about logs: lines that are no records as file:line:offset: reason, then kinds, keys and values that the vocabulary does not expect, and totals.",
            "All of it is read all the same."
        },
        footer = {
            "",
            "Exit codes: 0 nothing odd, 1 something.",
            "Example: tsurutus log check logs/*.log.gz"
        })
final class LogCheckCommand implements Callable<Integer> {
    private static final int SHOWN_OF_EACH_LOG = 100;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(names = "--all", description = "Show all malformed lines, not 100 of each log.")
    boolean all;

    @Option(
            names = "--json",
            description = "Print a JSON object for each malformed line, and last one for the rest.")
    boolean json;

    @Mixin Logs logs = new Logs();

    private final Map<String, Long> malformedByLog = new HashMap<>();

    @Override
    public Integer call() {
        PrintStream out = System.out;
        CheckReport report = LogCheck.of(logs.sources(), line -> print(line, out));
        if (json) {
            out.println(JSON.writeValueAsString(report));
        } else {
            sayWhatIsNotShown(out);
            out.print(CheckReportText.of(report));
        }
        return report.isClean() ? 0 : 1;
    }

    private void print(MalformedLine line, PrintStream out) {
        long count = malformedByLog.merge(line.place().file(), 1L, Long::sum);
        if (all || count <= SHOWN_OF_EACH_LOG) {
            out.println(json ? JSON.writeValueAsString(line) : line.toString());
        }
    }

    private void sayWhatIsNotShown(PrintStream out) {
        malformedByLog.forEach((log, count) -> {
            if (!all && count > SHOWN_OF_EACH_LOG) {
                out.println(log + ": " + (count - SHOWN_OF_EACH_LOG) + " more; --all shows them");
            }
        });
        if (!malformedByLog.isEmpty()) {
            out.println();
        }
    }
}
