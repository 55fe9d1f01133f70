package org.tsurutus.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @TempDir Path folder;

    private static Said tsurutus(String... arguments) {
        return Said.by(List.of(arguments));
    }

    private Said run(Path specimen) {
        return tsurutus("run", specimen.toString(), "--runs", folder.resolve("runs").toString());
    }

    @Test
    void anEmptySpecimenIsRefusedInOneLineWithoutARun() throws IOException {
        Said said = run(Files.createFile(folder.resolve("empty.exe")));

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.errors().lines()).singleElement().asString().contains("empty.exe", "empty");
        assertThat(folder.resolve("runs")).doesNotExist();
    }

    @Test
    void anAbsentSpecimenIsRefusedInOneLine() {
        Said said = run(folder.resolve("absent.exe"));

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.errors().lines()).singleElement().asString().contains("absent.exe");
    }

    @Test
    void anUnknownKindIsRefusedInOneLine() throws IOException {
        Said said = run(Files.writeString(folder.resolve("notes.txt"), "hello"));

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.errors().lines()).singleElement().asString().contains("notes.txt");
    }

    @Test
    void aTimeThatIsNoneIsAUsageError() {
        Said said = tsurutus("run", "x.exe", "--time", "soon");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.errors()).contains("\"soon\" is no time; write for example 90s, 15m or 1h");
    }

    @Test
    void aSeedThatIsNoNumberIsAUsageError() {
        Said said = tsurutus("run", "x.exe", "--seed", "dice");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.errors()).contains("'--seed'", "'dice' is not a long");
    }

    @Test
    void aDirectoryWithoutARunIsRefusedInOneLine() {
        Said said = tsurutus("runs", "show", folder.toString());

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.errors().lines()).singleElement().asString().contains("no run in");
    }

    @Test
    void aLogIsCounted() throws IOException {
        Path log =
                Files.writeString(
                        folder.resolve("a.log"),
                        """
                        03/07/2017 13:13:13.890 +0900 loc=ja-JP type=ITM2 sn=1 evt=ps subEvt=start com="MWC01" tmid=e4009d1d-9311-4249-9487-a373cde7192c psGUID={4EEBA2F1-FB65-42BF-A258-4121E64FB1D7} psPath="C:\\Windows\\System32\\rundll32.exe" cmd="027cc.dll #1"
                        this is no record
                        """);

        Said said = tsurutus("log", "stats", log.toString());

        assertThat(said.code()).isZero();
        assertThat(said.output())
                .containsPattern("1\\s+records")
                .containsPattern("1\\s+malformed")
                .containsPattern("1\\s+ps/start");
    }

    @Test
    void theTreeOfALogNamesProcessesWithTheirArguments() throws IOException {
        Path log =
                Files.writeString(
                        folder.resolve("a.log"),
                        "03/07/2017 13:13:13.890 +0900 type=ITM2 sn=1 evt=ps subEvt=start tmid=e4 psGUID={4EEBA2F1-FB65-42BF-A258-4121E64FB1D7} psPath=\"C:\\rundll32.exe\" cmd=\"027cc.dll #1\"\n");

        assertThat(tsurutus("tree", log.toString()).output())
                .contains("C:\\rundll32.exe 027cc.dll #1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "tree", "report", "click"})
    void everyVerbShowsAnExampleInItsHelp(String verb) {
        Said said = tsurutus(verb, "--help");

        assertThat(said.code()).isZero();
        assertThat(said.output()).contains("Usage: tsurutus " + verb, "tsurutus " + verb + " ");
    }
}
