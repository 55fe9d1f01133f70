package org.tsurutus.lake.sql;

import java.nio.file.Path;
import java.util.List;
import org.tsurutus.lake.LakeException;
import org.tsurutus.markii.MarkIIException;
import org.tsurutus.markii.scan.LogSource;

/// Logs as one file of columns, see [Lake] for what the columns are.
public final class ColumnFiles {
    private ColumnFiles() {}

    /// What became of the lines.
    ///
    /// @param rows records, each of which is a row
    /// @param skipped lines that are no record and are left out
    public record Written(long rows, long skipped) {}

    /// Writes the records of logs into one file, which is replaced only when all are written.
    ///
    /// CSV and JSON keep the order of the logs. Parquet is written by several threads, so its rows
    /// come in runs of a log that are interleaved; `ORDER BY file, line` is the order of the logs.
    ///
    /// @throws MarkIIException when a log cannot be read; there is no file then
    /// @throws LakeException when the file cannot be written, or is one of the logs
    public static Written write(List<LogSource> logs, Path out, FileFormat format) {
        try (Lake lake = Lake.ofLogs(logs)) {
            if (format == FileFormat.PARQUET) {
                lake.allowAnyOrder();
            }
            long rows = lake.export("SELECT * FROM log", out, format);
            return new Written(rows, lake.skipped());
        }
    }
}
