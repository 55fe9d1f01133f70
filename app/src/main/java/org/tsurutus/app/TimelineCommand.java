package org.tsurutus.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tsurutus.hunt.timeline.Timeline;
import org.tsurutus.hunt.timeline.TimelineText;
import org.tsurutus.markii.MarkIIException;
import org.tsurutus.markii.scan.LogSource;
import org.tsurutus.markii.sort.LogSort;
import org.tsurutus.markii.sort.SortOrder;
import org.tsurutus.markii.sort.SortedLog;
import org.tsurutus.markii.where.LineSelection;
import org.tsurutus.markii.where.Where;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// `timeline`: what happened, in the order of time.
@Command(
        name = "timeline",
        mixinStandardHelpOptions = true,
        description = {
            "Prints what happened on all terminals in the order of time, one line a record.",
            "What the system did unasked (lv below 5) is left out and counted."
        },
        footer = {
            "",
            "Exit codes: 0 printed, 1 nothing to print.",
            "Example: tsurutus timeline --from 2026-11-22T12:00:00 --where 'com=WS01' logs/*.log"
        })
final class TimelineCommand implements Callable<Integer> {
    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = From.class,
            description =
                    "From this time or day on: 2026-11-22T12:00:00+09:00, without zone by each terminal's clock, or 2026-11-22.")
    LineSelection from = LineSelection.ALL;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = To.class,
            description = "Up to this time or to the end of this day.")
    LineSelection to = LineSelection.ALL;

    @Mixin Selection selection = new Selection();

    @Option(names = "--all", description = "Also what the system did unasked.")
    boolean all;

    @Option(names = "--json", description = "Print a JSON object for each record.")
    boolean json;

    @Option(
            names = "--temp",
            paramLabel = "DIR",
            description = "Where lines are kept meanwhile, if they are many.")
    Path temp = Path.of(System.getProperty("java.io.tmpdir"));

    @Mixin Logs logs = new Logs();

    @Override
    public Integer call() {
        LineSelection chosen = from.and(to).and(selection.where);
        LogSort sort = new LogSort(SortOrder.BY_TIME, chosen, temp);
        Timeline timeline = new Timeline(all, json ? TimelineJson::of : TimelineText::of);
        try (SortedLog sorted = sort.sort(logs.sources())) {
            LogSource source = LogSource.of("the sorted lines", sorted);
            Timeline.Counts counts =
                    OutputFile.write(Optional.empty(), out -> timeline.write(source, out));
            Remarks.say(
                    counts.background(), "record", "of background work left out; --all shows them");
            Remarks.left(sorted.counts());
            return counts.written() > 0 ? 0 : 1;
        }
    }

    private static LineSelection bound(String operator, String time) {
        try {
            return Where.parse("time" + operator + Where.quoted(time));
        } catch (MarkIIException _) {
            throw new TypeConversionException(
                    "\""
                            + time
                            + "\" is no time; write 2026-11-22T12:00:00+09:00, 2026-11-22T12:00:00 or 2026-11-22");
        }
    }

    /// Reads the begin.
    static final class From implements ITypeConverter<LineSelection> {
        @Override
        public LineSelection convert(String time) {
            return bound(">=", time);
        }
    }

    /// Reads the end.
    static final class To implements ITypeConverter<LineSelection> {
        @Override
        public LineSelection convert(String time) {
            return bound("<=", time);
        }
    }
}
