package org.tsurutus.lake.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.lake.LakeException;
import org.tsurutus.markii.MarkIIException;
import org.tsurutus.markii.scan.LogFile;
import org.tsurutus.markii.scan.LogSource;

class ColumnFilesTest {
    private static final int LINES = 5_000;

    private final long seed = ThreadLocalRandom.current().nextLong();

    @TempDir Path folder;

    @Test
    void parquetHoldsWhatAQueryOfTheLogAnswers() throws IOException {
        Path log = new RandomLog(seed).write(folder.resolve("a.log"), LINES);
        Path parquet = folder.resolve("a.parquet");

        ColumnFiles.Written written = ColumnFiles.write(logs(log), parquet, FileFormat.PARQUET);

        assertThat(written.rows() + written.skipped()).isEqualTo(LINES);
        assertThat(written.skipped()).isPositive();
        assertSame(log, "read_parquet(" + Sql.literal(parquet.toString()) + ")", written.rows());
    }

    @Test
    void csvHoldsWhatAQueryOfTheLogAnswers() throws IOException {
        Path log = new RandomLog(seed).write(folder.resolve("a.log"), LINES);
        Path csv = folder.resolve("a.csv");

        ColumnFiles.Written written = ColumnFiles.write(logs(log), csv, FileFormat.CSV);

        String columns =
                LogColumns.columns().stream()
                        .map(column -> "'%s': '%s'".formatted(column.name(), column.type().sql()))
                        .collect(Collectors.joining(", ", "{", "}"));
        assertSame(
                log,
                "read_csv(%s, header = true, auto_detect = false, quote = '\"', escape = '\"', allow_quoted_nulls = false, columns = %s)"
                        .formatted(Sql.literal(csv.toString()), columns),
                written.rows());
    }

    private void assertSame(Path log, String read, long rows) {
        try (Lake lake = Lake.open(List.of(log.toString()))) {
            assertThat(Logs.rows(lake, "SELECT count(*) FROM " + read))
                    .as("seed %d", seed)
                    .containsExactly(List.of("" + rows));
            String there = "SELECT * FROM log EXCEPT ALL SELECT * FROM " + read;
            String back = "SELECT * FROM " + read + " EXCEPT ALL SELECT * FROM log";
            assertThat(Logs.rows(lake, there)).as("seed %d", seed).isEmpty();
            assertThat(Logs.rows(lake, back)).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void severalLogsBecomeOneFileThatNamesThem() throws IOException {
        Path one = Logs.write(folder.resolve("a.log"), "sn=1", "sn=2");
        Path other = Logs.write(folder.resolve("b.log"), "sn=3");
        Path parquet = folder.resolve("all.parquet");

        ColumnFiles.write(logs(one, other), parquet, FileFormat.PARQUET);

        assertThat(Logs.rows("SELECT file, line, sn FROM log ORDER BY file, line", parquet))
                .containsExactly(
                        List.of(one.toString(), "1", "1"),
                        List.of(one.toString(), "2", "2"),
                        List.of(other.toString(), "1", "3"));
    }

    @Test
    void aLogIsNeverReplacedByItsOwnConversion() throws IOException {
        Path log = Logs.write(folder.resolve("a.log"), "sn=1");
        String before = Files.readString(log);

        assertThatThrownBy(() -> ColumnFiles.write(logs(log), log, FileFormat.CSV))
                .isInstanceOf(LakeException.class)
                .hasMessageContaining("one of the inputs");
        assertThat(log).hasContent(before);
    }

    @Test
    void aLogThatCannotBeReadToItsEndLeavesTheOldFileAsItWas() throws IOException {
        Path broken = folder.resolve("a.log.gz");
        Files.write(broken, new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 0, 1, 2});
        Path out = Files.writeString(folder.resolve("out.csv"), "old");

        assertThatThrownBy(() -> ColumnFiles.write(logs(broken), out, FileFormat.CSV))
                .isInstanceOf(MarkIIException.class)
                .hasMessageContaining("a.log.gz");
        assertThat(out).hasContent("old");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("a.log.gz", "out.csv");
    }

    private static List<LogSource> logs(Path... files) {
        return Stream.of(files).map(file -> (LogSource) new LogFile(file)).toList();
    }
}
