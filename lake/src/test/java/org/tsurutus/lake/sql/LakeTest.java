package org.tsurutus.lake.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.lake.LakeException;
import org.tsurutus.markii.MarkIIException;
import org.tsurutus.markii.scan.LogFile;
import org.tsurutus.markii.vocabulary.KnownField;
import org.tsurutus.markii.vocabulary.Vocabulary;

class LakeTest {
    @TempDir Path folder;

    @Test
    void everyRecordIsARowWithTypedColumns() throws IOException {
        Path log =
                Logs.write(
                        folder.resolve("a.log"),
                        "sn=7 lv=-1 pe=1 new=0 valNum=18446744073709551615 srcPort=445"
                                + " sTime=\"02/29/2024 23:59:59.007\" psPath=\"C:\\a b\\c.exe\"");

        assertThat(
                        Logs.rows(
                                "SELECT file, line, time, zone, sn + 1, lv, pe, new, valNum, srcPort,"
                                        + " sTime + INTERVAL 1 MILLISECOND, psPath, cmd, more FROM log",
                                log))
                .containsExactly(
                        List.of(
                                log.toString(),
                                "1",
                                "2026-01-05T00:00:00.102Z",
                                "+0900",
                                "8",
                                "-1",
                                "true",
                                "false",
                                "18446744073709551615",
                                "445",
                                "2024-02-29 23:59:59.008",
                                "C:\\a b\\c.exe",
                                "NULL",
                                "NULL"));
    }

    @Test
    void aTimeMayHaveMicrosecondsOrNoZone() throws IOException {
        Path log =
                Files.writeString(
                        folder.resolve("a.log"),
                        """
                        01/05/2026 09:00:00.102345 -0330 sTime="01/05/2026 09:00:00.102345"
                        01/05/2026 09:00:00.102 sTime="01/05/2026 09:00:00"
                        """);

        assertThat(Logs.rows("SELECT time::VARCHAR, zone, sTime::VARCHAR FROM log", log))
                .containsExactly(
                        List.of(
                                "2026-01-05 12:30:00.102345+00",
                                "-0330",
                                "2026-01-05 09:00:00.102345"),
                        List.of("2026-01-05 09:00:00.102+00", "NULL", "2026-01-05 09:00:00"));
    }

    @Test
    void everyKnownKeyIsAColumnThatNeedsNoQuotes() throws IOException {
        Path log = Logs.write(folder.resolve("a.log"), "sn=1");
        String keys = String.join(", ", Vocabulary.fields().stream().map(KnownField::key).toList());

        assertThat(Logs.rows("SELECT " + keys + " FROM log", log)).hasSize(1);
        assertThat(Logs.rows("SELECT column_name FROM (DESCRIBE log)", log))
                .hasSize(Vocabulary.fields().size() + 5);
    }

    @Test
    void whatHasNoPlaceInTheColumnsIsInMore() throws IOException {
        Path log =
                Logs.write(
                        folder.resolve("a.log"),
                        "sn=x lv= evt=a evt=b evt=\"c \"\"d\"\"\" zzz=1 zzz=\"\" srcPort=\"-\" pe=2"
                                + " sTime=\"02/30/2024 00:00:00.000\" size=-1 port=65536"
                                + " lba=9223372036854775808 valNum=-1");

        assertThat(
                        Logs.rows(
                                "SELECT sn, lv, evt, srcPort, pe, sTime, size, port, lba FROM log",
                                log))
                .containsExactly(
                        List.of(
                                "NULL", "NULL", "a", "NULL", "NULL", "NULL", "NULL", "NULL",
                                "NULL"));
        assertThat(Logs.rows("SELECT more FROM log", log))
                .containsExactly(
                        List.of(
                                """
                                {"sn":["x"],"lv":[""],"evt":["b","c \\"d\\""],"zzz":["1",""],\
                                "srcPort":["-"],"pe":["2"],"sTime":["02/30/2024 00:00:00.000"],\
                                "size":["-1"],"port":["65536"],"lba":["9223372036854775808"],\
                                "valNum":["-1"]}\
                                """));
        assertThat(Logs.rows("SELECT more->>'$.evt[0]' FROM log", log))
                .containsExactly(List.of("b"));
    }

    @Test
    void anEmptyValueIsNotAnAbsentOne() throws IOException {
        Path log = Logs.write(folder.resolve("a.log"), "cmd=\"\" sn=1", "sn=2");

        assertThat(Logs.rows("SELECT sn, cmd IS NULL FROM log", log))
                .containsExactly(List.of("1", "false"), List.of("2", "true"));
    }

    @Test
    void keysInOtherCasesAreInTheirColumn() throws IOException {
        Path log = Logs.write(folder.resolve("a.log"), "sessionId=4 PSPATH=\"x\"");

        assertThat(Logs.rows("SELECT sessionID, psPath, more FROM log", log))
                .containsExactly(List.of("4", "x", "NULL"));
    }

    @Test
    void linesThatAreNoRecordAreInTheirOwnTable() throws IOException {
        Path log = Logs.write(folder.resolve("a.log"), "sn=1");
        Files.writeString(
                log,
                Files.readString(log)
                        + "<script>alert(1)</script>\n\u001A\n"
                        + Logs.HEADER
                        + " a=\0\n");

        try (Lake lake = Lake.open(List.of(log.toString()))) {
            assertThat(
                            Logs.rows(
                                    lake,
                                    "SELECT line, \"offset\", text FROM malformed ORDER BY line"))
                    .containsExactly(
                            List.of("2", "36", "<script>alert(1)</script>"),
                            List.of("4", "64", Logs.HEADER + " a=\0"));
            assertThat(Logs.rows(lake, "SELECT reason FROM malformed WHERE line = 4"))
                    .containsExactly(List.of("column 33: a NUL inside the line"));
            assertThat(Logs.rows(lake, "SELECT count(*) FROM log")).containsExactly(List.of("1"));
            assertThat(lake.skipped()).isEqualTo(2);
        }
    }

    @Test
    void aLineThatIsTooLongIsOneMalformedLine() throws IOException {
        Path log =
                Logs.write(folder.resolve("a.log"), "sn=1", "cmd=" + "x".repeat(40 << 20), "sn=3");

        assertThat(Logs.rows("SELECT line, length(text) FROM malformed", log))
                .containsExactly(List.of("2", "65536"));
        assertThat(Logs.rows("SELECT line, sn FROM log ORDER BY line", log))
                .containsExactly(List.of("1", "1"), List.of("3", "3"));
    }

    @Test
    void hostileValuesStayWhatTheyAre() throws IOException {
        String value = "a'b\"\"c,d;\u202Ee\u001Bf␊${jndi:ldap://x}\t'; DROP VIEW log; --";
        Path log = Logs.write(folder.resolve("a.log"), "cmd=\"" + value + "\"");

        assertThat(Logs.rows("SELECT cmd FROM log", log))
                .containsExactly(List.of(value.replace("\"\"", "\"")));
    }

    @Test
    void linesInWindows31jAreText() throws IOException {
        Path log = folder.resolve("a.log");
        Files.write(
                log,
                (Logs.HEADER + " fileDesc=\"ソ表示\" zzz=表\n")
                        .getBytes(Charset.forName("windows-31j")));

        assertThat(Logs.rows("SELECT fileDesc, more FROM log", log))
                .containsExactly(List.of("ソ表示", "{\"zzz\":[\"表\"]}"));
    }

    @Test
    void rowsWithoutAnOrderComeInThatOfTheLog() throws IOException {
        String[] lines =
                IntStream.range(0, 20_000)
                        .mapToObj(sn -> "sn=" + sn + " cmd=\"" + "x".repeat(200) + "\"")
                        .toArray(String[]::new);
        Path log = Logs.write(folder.resolve("a.log"), lines);

        assertThat(Logs.rows("SELECT sn FROM log", log))
                .isEqualTo(IntStream.range(0, 20_000).mapToObj(sn -> List.of("" + sn)).toList());
    }

    @Test
    void directoriesGlobsAndCompressedLogsAreOneTable() throws IOException {
        Path log = Logs.write(folder.resolve("a.log"), "sn=1");
        compress(log, folder.resolve("b.log.gz"), GZIPOutputStream::new);
        compress(log, folder.resolve("c.log.zst"), ZstdOutputStream::new);

        String query = "SELECT right(file, 9), sn FROM log ORDER BY file";
        assertThat(Logs.rows(query, folder)).isEqualTo(Logs.rows(query, folder + "/*.log*"));
        assertThat(Logs.rows("SELECT count(DISTINCT file), count(*) FROM log", folder))
                .containsExactly(List.of("3", "3"));
    }

    private interface Wrapping {
        OutputStream wrap(OutputStream out) throws IOException;
    }

    private static void compress(Path file, Path to, Wrapping wrapping) throws IOException {
        try (OutputStream out = wrapping.wrap(Files.newOutputStream(to))) {
            Files.copy(file, out);
        }
    }

    @Test
    void standardInputMayBeReadTwiceByOneQuery() {
        InputStream standardInput = System.in;
        try {
            System.setIn(
                    new ByteArrayInputStream(
                            (Logs.HEADER + " sn=1\nbad\n").getBytes(StandardCharsets.UTF_8)));

            assertThat(
                            Logs.rows(
                                    "SELECT a.file, a.sn, m.text FROM log a JOIN log b USING (sn),"
                                            + " malformed m",
                                    "-"))
                    .containsExactly(List.of("-", "1", "bad"));
        } finally {
            System.setIn(standardInput);
        }
    }

    @Test
    void namesOfFilesAreNeverReadAsSql() throws IOException {
        Path log = Logs.write(folder.resolve("a'); DROP VIEW log; --.log"), "sn=1");
        Path[] parquet = {folder.resolve("b'[1]*?\".parquet"), folder.resolve("b'1xx\".parquet")};
        for (Path file : parquet) {
            ColumnFiles.write(List.of(new LogFile(log)), file, FileFormat.PARQUET);
        }

        assertThat(Logs.rows("SELECT file, count(*) FROM log GROUP BY file", log, parquet[0]))
                .containsExactly(List.of(log.toString(), "2"));
    }

    @Test
    void aWrongQueryIsRefusedInOneLineThatSaysWhere() throws IOException {
        Path log = Logs.write(folder.resolve("a.log"), "sn=1");

        assertThatThrownBy(() -> Logs.rows("SELECT sn,\n  psPaht FROM log", log))
                .isInstanceOf(LakeException.class)
                .hasMessageContainingAll("psPaht", "\"psPath\"", "line 2, at \"psPaht\"")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> Logs.rows("SELEC", log))
                .isInstanceOf(LakeException.class)
                .hasMessageContaining("syntax error");
    }

    @Test
    void aLogThatBreaksOffSaysSoWithoutAStackTrace() throws IOException {
        Path log = Logs.write(folder.resolve("a.log"), "sn=1", "sn=2", "sn=3");
        Path broken = folder.resolve("b.log.gz");
        compress(log, broken, GZIPOutputStream::new);
        byte[] bytes = Files.readAllBytes(broken);
        Files.write(broken, Arrays.copyOf(bytes, bytes.length - 10));

        assertThatThrownBy(() -> Logs.rows("SELECT sum(sn) FROM log", broken))
                .isInstanceOf(MarkIIException.class)
                .hasMessageContaining("b.log.gz")
                .hasMessageNotContaining("\tat ");
    }

    @Test
    void theNetworkIsNotAskedForExtensions() throws IOException {
        Path log = Logs.write(folder.resolve("a.log"), "sn=1");

        assertThat(
                        Logs.rows(
                                "SELECT current_setting('autoinstall_known_extensions'),"
                                        + " current_setting('autoload_known_extensions')",
                                log))
                .containsExactly(List.of("false", "false"));
        assertThat(
                        Logs.rows(
                                "SELECT extension_name FROM duckdb_extensions() WHERE loaded ORDER"
                                        + " BY extension_name",
                                log))
                .contains(List.of("icu"), List.of("json"), List.of("parquet"));
    }
}
