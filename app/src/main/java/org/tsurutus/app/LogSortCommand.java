package org.tsurutus.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tsurutus.markii.MarkIIException;
import org.tsurutus.markii.sort.LogSort;
import org.tsurutus.markii.sort.SortOrder;
import org.tsurutus.markii.sort.SortedLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// `log sort`.
@Command(
        name = "sort",
        mixinStandardHelpOptions = true,
        description = {
            "Sorts the records of logs of any size; equal ones keep their order.",
            "Times are sorted by instant, numbers by value, all else by bytes; what lacks a key comes last.",
            "Lines that are no records stand at the end; end marks are dropped."
        },
        footer = {
            "",
            "Exit codes: 0 sorted, 1 no record.",
            "Example: tsurutus log sort --by time,tmid,sn -o all.log ws01.log ws02.log.zst"
        })
final class LogSortCommand implements Callable<Integer> {
    @Option(
            names = "--by",
            paramLabel = "KEYS",
            converter = Order.class,
            description = "Keys with commas between them; tmid,time,sn unless said.")
    SortOrder order = SortOrder.BY_TERMINAL;

    @Mixin Selection selection = new Selection();

    @Option(names = "-o", paramLabel = "OUT", description = "The file to write; may be a LOG.")
    Optional<Path> out = Optional.empty();

    @Option(
            names = "--temp",
            paramLabel = "DIR",
            description = "Where lines are kept meanwhile; beside OUT unless said.")
    Optional<Path> temp = Optional.empty();

    @Mixin Logs logs = new Logs();

    @Override
    public Integer call() {
        Path directory = temp.orElseGet(() -> OutputFile.directory(out));
        LogSort sort = new LogSort(order, selection.where, directory);
        try (SortedLog sorted = sort.sort(logs.sources())) {
            OutputFile.write(out, sorted::transferTo);
            Remarks.say(sorted.counts().malformed(), "malformed line", "at the end");
            Remarks.say(sorted.counts().endMarks(), "end mark", "left out");
            return sorted.counts().records() > 0 ? 0 : 1;
        }
    }

    /// Reads keys with commas between them.
    static final class Order implements ITypeConverter<SortOrder> {
        @Override
        public SortOrder convert(String keys) {
            try {
                return SortOrder.parse(keys);
            } catch (MarkIIException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
