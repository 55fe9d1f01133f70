package org.tsurutus.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tsurutus.lake.json.JsonExport;
import org.tsurutus.lake.json.JsonForm;
import org.tsurutus.lake.sql.ColumnFiles;
import org.tsurutus.lake.sql.FileFormat;
import org.tsurutus.markii.lines.LineCounts;
import org.tsurutus.markii.scan.LogSource;
import org.tsurutus.markii.where.LineSelection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `log convert`.
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        description = "Writes logs in another form.",
        footer = {
            "",
            "Exit codes: 0 written, 1 no record.",
            "Example: tsurutus log convert --to ecs -o all.jsonl logs/*.log"
        })
final class LogConvertCommand implements Callable<Integer> {
    /// The forms.
    enum Form {
        /// One flat JSON object a line.
        JSONL,
        /// One object of the Elastic Common Schema a line.
        ECS,
        /// Typed columns, small and quick to query.
        PARQUET,
        /// The same columns as comma-separated values.
        CSV
    }

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FORM",
            description = {
                "jsonl: one flat JSON object a line with all keys as text.",
                "ecs: one object of the Elastic Common Schema 8.17 a line; what it has no place for stands under markii.",
                "parquet, csv: the columns of the table log of tsurutus sql."
            })
    Form form = Form.JSONL;

    @Mixin Selection selection = new Selection();

    @Option(names = "-o", paramLabel = "OUT", description = "The file to write.")
    Optional<Path> out = Optional.empty();

    @Option(names = "--skip-malformed", description = "Leave out lines that are no records.")
    boolean skipMalformed;

    @Option(names = "--original", description = "Keep each line in event.original (ecs).")
    boolean original;

    @Mixin Logs logs = new Logs();

    @Spec private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        List<LogSource> sources = logs.sources();
        return switch (form) {
            case JSONL -> lines(sources, JsonForm.flat());
            case ECS -> lines(sources, JsonForm.ecs(original));
            case PARQUET -> columns(sources, FileFormat.PARQUET);
            case CSV -> columns(sources, FileFormat.CSV);
        };
    }

    private int columns(List<LogSource> sources, FileFormat format) {
        if (out.isEmpty() || !selection.where.equals(LineSelection.ALL) || original) {
            throw new ParameterException(
                    command.commandLine(),
                    "--to parquet and csv need -o, and know no --where and --original; tsurutus sql"
                            + " 'SELECT … WHERE …' --to FILE writes a choice of rows");
        }
        ColumnFiles.Written written = ColumnFiles.write(sources, out.get(), format);
        Remarks.say(written.skipped(), "malformed line", "left out; log check cites them");
        return written.rows() > 0 ? 0 : 1;
    }

    private int lines(List<LogSource> sources, JsonForm json) {
        JsonExport export = new JsonExport(json, selection.where, !skipMalformed);
        LineCounts counts = OutputFile.write(out, stream -> export.write(sources, stream));
        Remarks.say(counts.records(), "record", "written");
        Remarks.say(
                counts.malformed(),
                "malformed line",
                skipMalformed ? "left out" : "kept with the reason");
        Remarks.say(counts.endMarks(), "end mark", "left out");
        return counts.records() > 0 ? 0 : 1;
    }
}
