package org.tsurutus.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class TimelineCommandTest {
    @TempDir Path folder;

    @BeforeEach
    void writeLogs() throws IOException {
        Files.writeString(
                folder.resolve("a.log"),
                """
                03/07/2017 13:00:02.000 +0900 sn=3 lv=5 evt=file subEvt=del com="WS01" tmid=t psPath="C:\\a.exe" path="C:\\b"
                03/07/2017 13:00:00.000 +0900 sn=1 lv=5 evt=ps subEvt=start com="WS01" tmid=t psPath="C:\\a.exe" psID=7
                """);
        Files.writeString(
                folder.resolve("b.log"),
                """
                03/07/2017 04:00:01.000 +0000 sn=9 lv=5 evt=reg subEvt=create com="WS02" tmid=u psPath="C:\\c.exe" path="HKLM"
                03/07/2017 04:00:01.500 +0000 sn=10 lv=3 evt=reg subEvt=delKey com="WS02" tmid=u psPath="C:\\c.exe" path="HKLM"
                rubbish
                """);
    }

    private Said timeline(String... options) {
        return Said.by("timeline", folder.toString(), options);
    }

    @Test
    void recordsOfAllTerminalsStandInTheOrderOfTime() {
        Said said = timeline();

        assertThat(said.code()).isZero();
        assertThat(said.output())
                .isEqualTo(
                        """
                        2017-03-07 13:00:00.000 +09:00  WS01  a.exe (7)  ps/start  C:\\a.exe
                        2017-03-07 04:00:01.000 +00:00  WS02  c.exe  reg/create  HKLM
                        2017-03-07 13:00:02.000 +09:00  WS01  a.exe  file/del  C:\\b
                        """);
        assertThat(said.errors())
                .contains("1 record of background work left out", "1 malformed line left out");
    }

    @Test
    void timesAndExpressionsChoose() {
        assertThat(
                        timeline(
                                        "--from",
                                        "2017-03-07T04:00:01Z",
                                        "--to",
                                        "2017-03-07T04:00:01.500Z",
                                        "--all",
                                        "--where",
                                        "com=WS02")
                                .output()
                                .lines())
                .hasSize(2);
        assertThat(timeline("--to", "2017-03-06").code()).isOne();
        assertThat(timeline("--from", "soon").code()).isEqualTo(2);
    }

    @Test
    void jsonIsOneObjectARecord() {
        String first = timeline("--json").output().lines().findFirst().orElseThrow();

        assertThat(JsonMapper.shared().readTree(first).at("/what").asString())
                .isEqualTo("C:\\a.exe");
        assertThat(JsonMapper.shared().readTree(first).at("/pid").asString()).isEqualTo("7");
    }
}
