package org.tsurutus.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlCommandTest {
    @TempDir Path folder;
    private String log = "";

    @BeforeEach
    void writeLog() throws IOException {
        Path file = folder.resolve("a.log");
        Files.writeString(
                file,
                """
                01/05/2026 09:00:00.102 +0900 sn=1 evt=ps subEvt=start cmd="a, b"
                cut off
                01/05/2026 09:00:01.000 +0900 sn=2 evt=ps subEvt=stop
                """);
        log = file.toString();
    }

    private static Said tsurutus(String... arguments) {
        return Said.by(List.of(arguments));
    }

    @Test
    void rowsGoToStandardOutputAndSkippedLinesAreCountedOnStandardError() {
        Said said = tsurutus("sql", "--csv", "SELECT line, sn, cmd FROM log", log);

        assertThat(said.code()).isZero();
        assertThat(said.output()).isEqualTo("line,sn,cmd\n1,1,\"a, b\"\n3,2,\n");
        assertThat(said.errors()).contains("1 malformed line left out", "table malformed");
    }

    @Test
    void jsonIsOneObjectALine() {
        Said said = tsurutus("sql", "--json", "SELECT sn, cmd FROM log ORDER BY sn DESC", log);

        assertThat(said.output().lines())
                .containsExactly("{\"sn\":2,\"cmd\":null}", "{\"sn\":1,\"cmd\":\"a, b\"}");
    }

    @Test
    void exitCodesTellRowsFromNoneFromMistakes() {
        assertThat(tsurutus("sql", "SELECT 1 FROM log WHERE sn = 9", log).code()).isEqualTo(1);
        assertThat(tsurutus("sql", "SELECT 1").code()).isEqualTo(2);
        assertThat(tsurutus("sql", "SELECT 1", log, "--to", "x.txt").code()).isEqualTo(2);
        assertThat(tsurutus("sql", "SELECT 1", log, "--csv", "--json").code()).isEqualTo(2);
        assertThat(tsurutus("sql", "SELECT 1", log + ".absent").code()).isEqualTo(3);
    }

    @Test
    void aWrongQueryIsOneLineOnStandardError() {
        Said said = tsurutus("sql", "SELECT snn FROM log", log);

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.output()).isEmpty();
        assertThat(said.errors().lines())
                .singleElement()
                .asString()
                .contains("\"snn\"", "line 1", "\"sn\"");
    }

    @Test
    void rowsGoToAFileOfTheNamedFormat() {
        String parquet = folder.resolve("out.parquet").toString();

        Said written = tsurutus("sql", "SELECT * FROM log WHERE sn = 2;", log, "--to", parquet);
        Said read = tsurutus("sql", "--csv", "SELECT sn, subEvt FROM log", parquet);

        assertThat(written.code()).isZero();
        assertThat(written.output()).isEmpty();
        assertThat(read.output()).isEqualTo("sn,subEvt\n2,stop\n");
    }

    @Test
    void aConvertedLogAnswersAsTheLogDoes() {
        String parquet = folder.resolve("out.parquet").toString();

        Said written = tsurutus("log", "convert", "--to", "parquet", "-o", parquet, log);
        String query = "SELECT file, line, time, sn, cmd FROM log ORDER BY line";

        assertThat(written.code()).isZero();
        assertThat(written.errors()).contains("1 malformed line left out");
        assertThat(tsurutus("sql", query, parquet).output())
                .isEqualTo(tsurutus("sql", query, log).output());
    }
}
