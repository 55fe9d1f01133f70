package org.tsurutus.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogCommandTest {
    private static final String START =
            "03/07/2017 13:13:13.890 +0900 type=ITM2 sn=2 evt=ps subEvt=start com=\"MWC01\" tmid=e4 psGUID={A} psPath=\"C:\\表.exe\" cmd=\"x \"\"y\"\"\"\n";
    private static final String CLOSE =
            "03/07/2017 13:13:12.000 +0900 type=ITM2 sn=1 evt=file subEvt=close com=\"MWC01\" tmid=e4 psGUID={A} psPath=\"C:\\表.exe\" path=\"C:\\b\"\n";

    @TempDir Path folder;
    private Path log = Path.of("");

    @BeforeEach
    void writeLog() throws IOException {
        log = Files.writeString(folder.resolve("a.log"), START + "rubbish\n" + CLOSE);
    }

    private Said log(String verb, String... arguments) {
        return Said.by("log", verb, arguments);
    }

    @Test
    void catPrintsWhatTheExpressionChooses() {
        Said said = log("cat", "--where", "psPath~表 and has cmd", folder.toString());

        assertThat(said.code()).isZero();
        assertThat(said.output()).isEqualTo(START);
        assertThat(said.errors())
                .isEqualTo("tsurutus: 1 malformed line left out; log cat --malformed shows them\n");
    }

    @Test
    void catThatFindsNothingEndsWithOne() {
        assertThat(log("cat", "--where", "evt=reg", log.toString()).code()).isOne();
    }

    @Test
    void catCitesMalformedLines() {
        Said said = log("cat", "--malformed", log.toString());

        assertThat(said.code()).isZero();
        assertThat(said.output())
                .isEqualTo(
                        log
                                + ":2:"
                                + START.getBytes(StandardCharsets.UTF_8).length
                                + ": the line is shorter than its header, MM/dd/yyyy HH:mm:ss.SSS +HHMM: rubbish\n");
    }

    @Test
    void sortMayReplaceItsInput() throws IOException {
        Said said = log("sort", "-o", log.toString(), log.toString());

        assertThat(said.code()).isZero();
        assertThat(log).hasContent(CLOSE + START + "rubbish");
        assertThat(said.errors()).isEqualTo("tsurutus: 1 malformed line at the end\n");
        assertThat(folder.toFile().list()).containsExactly("a.log");
    }

    @Test
    void sortTakesKeysAndWritesToStandardOutput() {
        assertThat(log("sort", "--by", "evt", "--where", "line<=3", log.toString()).output())
                .isEqualTo(CLOSE + START + "rubbish\n");
        assertThat(log("sort", "--by", "nokey", log.toString()).code()).isEqualTo(2);
    }

    @Test
    void aDirectoryForTemporaryFilesThatIsNoneIsNotNeededForAFewLines() {
        assertThat(log("sort", "--temp", "/nowhere", log.toString()).code()).isZero();
    }

    @Test
    void anOutputThatCannotBeWrittenIsSaidInOneLine() {
        Said said = log("sort", "-o", "/nowhere/x.log", log.toString());

        assertThat(said.code()).isEqualTo(4);
        assertThat(said.errors().lines()).singleElement().asString().contains("/nowhere/x.log");
    }

    @Test
    void convertWritesJson() {
        Said said = log("convert", "--to", "jsonl", "--where", "evt=ps", log.toString());

        assertThat(said.code()).isZero();
        assertThat(said.output().lines()).hasSize(2);
        assertThat(said.output()).contains("\"cmd\":\"x \\\"y\\\"\"", "\"text\":\"rubbish\"");
        assertThat(said.errors()).contains("1 malformed line kept with the reason");
        assertThat(log("convert", "--to", "ecs", "--skip-malformed", log.toString()).output())
                .contains("\"command_line\":\"C:\\\\表.exe x \\\"y\\\"\"")
                .doesNotContain("rubbish");
    }

    @Test
    void checkCitesWhatIsOddAndEndsWithOne() throws IOException {
        Said said = log("check", log.toString());

        assertThat(said.code()).isOne();
        assertThat(said.output())
                .startsWith(log + ":2:")
                .contains(
                        "values that do not fit their type",
                        "psGUID, first at " + log + ":1:0: {A}")
                .contains("1  malformed lines", "0  end marks");
        Said json = log("check", "--json", log.toString());
        assertThat(json.output().lines()).hasSize(2);
        assertThat(json.output()).contains("\"malformed\":1", "\"line\":2");
        Path clean =
                Files.writeString(
                        folder.resolve("clean.log"),
                        "03/07/2017 13:13:13.890 +0900 evt=ps subEvt=stop\n");
        assertThat(log("check", clean.toString()).code()).isZero();
    }

    @Test
    void aWrongExpressionIsAUsageErrorWithItsColumn() {
        Said said = log("cat", "--where", "cdm~x", log.toString());

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.errors()).contains("column 1", "did you mean cmd?");
    }

    @Test
    void anAbsentLogIsBadInput() {
        Said said = log("cat", folder.resolve("absent.log").toString());

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.errors().lines()).singleElement().asString().contains("absent.log");
    }

    @Test
    void aReaderThatHasSeenEnoughEndsTheCommandQuietly() throws Exception {
        Files.writeString(log, START.repeat(100_000));
        Path errors = folder.resolve("errors.txt");
        Process process =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        "org.tsurutus.app.Main",
                                        "log",
                                        "cat",
                                        log.toString()))
                        .redirectError(errors.toFile())
                        .start();
        process.getInputStream().readNBytes(10);
        process.getInputStream().close();

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(errors)).isEmpty();
        assertThat(process.exitValue()).isZero();
    }
}
