package org.tsurutus.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.tsurutus.markii.lines.LineCounts;
import org.tsurutus.markii.lines.MalformedLine;
import org.tsurutus.markii.lines.MatchingLines;
import org.tsurutus.markii.scan.LogSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `log cat`.
@Command(
        name = "cat",
        mixinStandardHelpOptions = true,
        description = "Prints the records that an expression chooses, as they stand in the logs.",
        footer = {
            "",
            "Exit codes: 0 printed, 1 nothing to print.",
            "Example: tsurutus log cat --where 'evt=ps and subEvt=start and cmd~enc' runs/*/*.log"
        })
final class LogCatCommand implements Callable<Integer> {
    @Mixin Selection selection = new Selection();

    @Option(names = "--limit", paramLabel = "N", description = "Stop after so many records.")
    long limit = Long.MAX_VALUE;

    @Option(
            names = "--malformed",
            description =
                    "Print the lines that are no records instead: file:line:offset: reason: line.")
    boolean malformed;

    @Mixin Logs logs = new Logs();

    @Override
    public Integer call() throws IOException {
        List<LogSource> sources = logs.sources();
        try (OutputStream out = StandardOutput.buffered()) {
            return malformed ? printMalformed(sources, out) : printRecords(sources, out);
        }
    }

    private int printRecords(List<LogSource> sources, OutputStream out) throws IOException {
        LineCounts counts = MatchingLines.write(sources, selection.where, limit, out);
        out.flush();
        Remarks.left(counts);
        return counts.records() > 0 ? 0 : 1;
    }

    private static int printMalformed(List<LogSource> sources, OutputStream out) {
        AtomicLong printed = new AtomicLong();
        MalformedLine.forEach(
                sources,
                line -> {
                    printed.incrementAndGet();
                    print(line, out);
                });
        return printed.get() > 0 ? 0 : 1;
    }

    private static void print(MalformedLine line, OutputStream out) {
        try {
            out.write((line + ": " + line.text() + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the lines: " + e.getMessage(), e);
        }
    }
}
