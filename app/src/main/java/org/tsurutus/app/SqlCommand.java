package org.tsurutus.app;

import java.io.Console;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tsurutus.lake.sql.Answer;
import org.tsurutus.lake.sql.AnswerFormat;
import org.tsurutus.lake.sql.FileFormat;
import org.tsurutus.lake.sql.Lake;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `sql`: a query over logs, JSON and Parquet.
@Command(
        name = "sql",
        mixinStandardHelpOptions = true,
        description = "Answers a query over logs, JSON and Parquet files.",
        footer = {
            "",
            "The table log has a row for each record: file, line, time (UTC), zone, a column for",
            "every known key (DESCRIBE log lists them), and more, a JSON object of what has no",
            "place in them. The table malformed has the lines that are no record.",
            "Without an option the rows are a table on a terminal, and CSV elsewhere.",
            "",
            "Example: tsurutus sql \"SELECT file, sn, cmd FROM log WHERE evt = 'ps'\" runs/",
            "Exit codes: 0 rows, 1 none, 2 usage, 3 bad query or input, 4 the host lacks something."
        })
final class SqlCommand implements Callable<Integer> {
    @Spec private CommandLine.Model.CommandSpec command = CommandLine.Model.CommandSpec.create();

    @Parameters(paramLabel = "QUERY", description = "a query in DuckDB's SQL")
    String query = "";

    @Parameters(
            paramLabel = "INPUT",
            index = "1",
            arity = "1..*",
            description = "logs, .jsonl, .json and .parquet files, directories, globs; - is a log")
    List<String> inputs = List.of();

    @CommandLine.ArgGroup Output output = new Output();

    /// Where the rows go; one of these.
    static final class Output {
        @Option(names = "--json", description = "one JSON object a line")
        boolean json;

        @Option(names = "--csv", description = "comma-separated values")
        boolean csv;

        @Option(
                names = "--to",
                paramLabel = "FILE",
                description = "write a file: .parquet, .csv or .jsonl")
        Optional<Path> file = Optional.empty();
    }

    @Override
    public Integer call() {
        Optional<FileFormat> written = output.file.map(this::format);
        try (Lake lake = Lake.open(inputs)) {
            long rows =
                    written.isPresent()
                            ? lake.export(query, output.file.orElseThrow(), written.get())
                            : print(lake);
            Remarks.say(
                    lake.skipped(),
                    "malformed line",
                    "left out; query the table malformed to see them");
            return rows > 0 ? 0 : 1;
        }
    }

    private long print(Lake lake) {
        try (Answer answer = lake.query(query)) {
            PrintStream out =
                    new PrintStream(StandardOutput.buffered(), false, StandardCharsets.UTF_8);
            long rows = shown().print(answer, out);
            out.flush();
            return rows;
        }
    }

    private AnswerFormat shown() {
        if (output.json) {
            return AnswerFormat.JSON;
        }
        boolean isTerminal =
                Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
        return output.csv || !isTerminal ? AnswerFormat.CSV : AnswerFormat.TABLE;
    }

    private FileFormat format(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return Stream.of(FileFormat.values())
                .filter(format -> name.endsWith("." + format.name().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        new CommandLine.ParameterException(
                                command.commandLine(),
                                "--to takes a name that ends in .parquet, .csv or .jsonl, not "
                                        + file));
    }
}
