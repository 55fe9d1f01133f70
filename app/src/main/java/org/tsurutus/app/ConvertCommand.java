package org.tsurutus.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tsurutus.lake.sql.ColumnFiles;
import org.tsurutus.lake.sql.FileFormat;
import org.tsurutus.markii.scan.LogSources;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `log convert`: logs in another format.
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        description = "Writes logs as one file of another format.",
        footer = {
            "",
            "The columns are those of the table log of tsurutus sql.",
            "",
            "Example: tsurutus log convert --to parquet -o all.parquet runs/"
        })
final class ConvertCommand implements Callable<Integer> {
    /// What logs can become.
    enum Format {
        /// Columns for other tools, small and quick to query.
        PARQUET,
        /// Comma-separated values.
        CSV
    }

    @Option(names = "--to", required = true, description = "${COMPLETION-CANDIDATES}")
    Format format = Format.PARQUET;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "the file to write")
    Path output = Path.of("");

    @Parameters(
            paramLabel = "LOG",
            arity = "1..*",
            description = "logs, directories, globs; - is standard input")
    List<String> logs = List.of();

    @Override
    public Integer call() {
        ColumnFiles.Written written =
                switch (format) {
                    case PARQUET -> write(FileFormat.PARQUET);
                    case CSV -> write(FileFormat.CSV);
                };
        SkippedLines.say(written.skipped());
        return written.rows() > 0 ? 0 : 1;
    }

    private ColumnFiles.Written write(FileFormat columns) {
        return ColumnFiles.write(LogSources.of(logs), output, columns);
    }
}
