package org.tsurutus.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TreeCommandTest {
    @TempDir Path folder;

    @BeforeEach
    void writeLogs() throws IOException {
        Files.writeString(
                folder.resolve("a.log"),
                """
                03/07/2017 13:13:13.890 +0900 sn=1 evt=ps subEvt=start com="WS01" tmid=t psGUID={A} psPath="C:\\a.exe" cmd="/x" psID=7
                03/07/2017 13:13:15.000 +0900 sn=3 evt=file subEvt=close com="WS01" tmid=t psGUID={C} psPath="C:\\c.exe"
                """);
        Files.writeString(
                folder.resolve("b.log"),
                """
                03/07/2017 13:13:14.000 +0900 sn=2 evt=ps subEvt=start com="WS01" tmid=t psGUID={B} psPath="C:\\b.exe" parentGUID={A}
                03/07/2017 13:13:16.000 +0900 sn=4 evt=ps subEvt=stop com="WS01" tmid=t psGUID={B} psPath="C:\\b.exe"
                """);
    }

    private Said tree(String... options) {
        return Said.by("tree", folder.toString(), options);
    }

    @Test
    void logsOfADirectoryMakeOneTree() {
        assertThat(tree().output())
                .isEqualTo(
                        """
                        C:\\a.exe /x  pid 7  13:13:13.890
                        └─ C:\\b.exe  13:13:14.000, ran 0:02.000
                        C:\\c.exe  [file/close 1]  (start not in the log)
                        """);
    }

    @Test
    void theTreeOfARecordIsShownAlone() {
        assertThat(tree("--sn", "4", "--com", "WS01").output())
                .isEqualTo(
                        """
                        C:\\a.exe /x  pid 7  13:13:13.890
                        └─ → C:\\b.exe  13:13:14.000, ran 0:02.000
                        """);
        Said none = tree("--sn", "4", "--tmid", "other");
        assertThat(none.code()).isOne();
        assertThat(none.output()).isEmpty();
    }

    @Test
    void jsonIsOneObjectAProcess() {
        Said said = tree("--json", "--sn", "4");

        assertThat(said.output().lines()).hasSize(2);
        JsonNode child = JsonMapper.shared().readTree(said.output().lines().toList().getLast());
        assertThat(child.at("/parentGuid").asString()).isEqualTo("{A}");
        assertThat(child.at("/stop").asString()).isEqualTo("2017-03-07T13:13:16+09:00");
        assertThat(child.at("/asked").asBoolean()).isTrue();
        assertThat(child.at("/events/ps~1stop").asLong()).isOne();
        assertThat(child.has("pid")).isFalse();
    }
}
