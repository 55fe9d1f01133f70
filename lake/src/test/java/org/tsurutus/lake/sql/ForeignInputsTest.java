package org.tsurutus.lake.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.lake.LakeException;

class ForeignInputsTest {
    @TempDir Path folder;

    @Test
    void logsJsonAndParquetAreOneTable() throws IOException {
        Path log = Logs.write(folder.resolve("a.log"), "sn=1 psPath=\"x\"");
        Path parquet = folder.resolve("a.parquet");
        Path json = folder.resolve("b.jsonl");
        try (Lake lake = Lake.open(List.of(log.toString()))) {
            lake.export("SELECT * REPLACE (2 AS sn) FROM log", parquet, FileFormat.PARQUET);
        }
        Files.writeString(
                json,
                """
                {"file":"c.log","line":"9","time":"2026-01-05T09:00:00.102+09:00","sn":"3","psPath":"y"}
                """);

        assertThat(
                        Logs.rows(
                                "SELECT file, line, time, sn, psPath FROM log ORDER BY sn",
                                parquet,
                                json,
                                log))
                .containsExactly(
                        List.of(log.toString(), "1", "2026-01-05T00:00:00.102Z", "1", "x"),
                        List.of(log.toString(), "1", "2026-01-05T00:00:00.102Z", "2", "x"),
                        List.of("c.log", "9", "2026-01-05T00:00:00.102Z", "3", "y"));
    }

    @Test
    void knownKeysOfJsonAreTypedAndWhatDoesNotFitIsInMore() throws IOException {
        Path json = folder.resolve("a.ndjson");
        Files.writeString(
                json,
                """
                {"time":"01/05/2026 09:00:00.102 +0900","sn":5,"pe":true,"sTime":"05/06/2024 01:02:03.004","SIZE":"12"}
                {"sn":"many","pe":"perhaps","more":"{\\"zzz\\":[\\"1\\"]}"}
                """);

        assertThat(
                        Logs.rows(
                                "SELECT file, time, sn + 0, pe, sTime, size + 0, more FROM log"
                                        + " ORDER BY sn",
                                json))
                .containsExactly(
                        List.of(
                                json.toString(),
                                "2026-01-05T00:00:00.102Z",
                                "5",
                                "true",
                                "2024-05-06 01:02:03.004",
                                "12",
                                "NULL"),
                        List.of(
                                json.toString(),
                                "NULL",
                                "NULL",
                                "NULL",
                                "NULL",
                                "NULL",
                                "{\"zzz\":[\"1\"],\"sn\":[\"many\"],\"pe\":[\"perhaps\"]}"));
    }

    @Test
    void foreignColumnsKeepTheirNameAndType() throws IOException {
        Path lines = folder.resolve("a.jsonl.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(lines))) {
            out.write("{\"host\":{\"name\":\"WS01\"},\"n\":1}\n".getBytes(StandardCharsets.UTF_8));
        }
        Path array = folder.resolve("b.json");
        Files.writeString(array, "[{\"n\":2},{\"n\":3,\"late 'x\":true}]");

        assertThat(Logs.rows("SELECT n, host.name, \"late 'x\" FROM log ORDER BY n", lines, array))
                .containsExactly(
                        List.of("1", "WS01", "NULL"),
                        List.of("2", "NULL", "NULL"),
                        List.of("3", "NULL", "true"));
    }

    @Test
    void aKeyThatOnlyTheLastOfManyObjectsHasIsAColumn() throws IOException {
        Path json = folder.resolve("a.jsonl");
        Files.writeString(json, "{\"n\":1}\n".repeat(50_000) + "{\"n\":2,\"late\":\"x\"}\n");

        assertThat(Logs.rows("SELECT n, late FROM log WHERE late IS NOT NULL", json))
                .containsExactly(List.of("2", "x"));
    }

    @Test
    void brokenJsonAndParquetAreRefusedByName() throws IOException {
        Path json = Files.writeString(folder.resolve("a.jsonl"), "{\"n\":1}\n{\"n\":\n");
        Path parquet = Files.writeString(folder.resolve("a.parquet"), "PAR1 or not");

        assertThatThrownBy(() -> Logs.rows("SELECT * FROM log", json))
                .isInstanceOf(LakeException.class)
                .hasMessageContaining("a.jsonl");
        assertThatThrownBy(() -> Logs.rows("SELECT * FROM log", parquet))
                .isInstanceOf(LakeException.class)
                .hasMessageContaining("a.parquet");
    }
}
