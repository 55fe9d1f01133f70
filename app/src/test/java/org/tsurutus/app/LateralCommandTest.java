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

class LateralCommandTest {
    @TempDir Path folder;

    @BeforeEach
    void writeTheLogsOfTwoPcs() throws IOException {
        Files.writeString(
                folder.resolve("a.log"),
                """
                03/07/2017 10:00:01.000 +0900 sn=1 evt=file subEvt=close com="A" tmid=1 psGUID={A1} psPath="C:\\a.exe" path="\\\\B\\admin$\\b.exe" write=10 sha256=11
                03/07/2017 10:00:02.000 +0900 sn=2 evt=net subEvt=con com="A" tmid=1 psGUID={A1} psPath="C:\\a.exe" srcIP=10.0.0.2 srcPort=5000 dstIP=10.0.0.3 dstPort=7445
                no record
                """);
        Files.writeString(
                folder.resolve("b.log"),
                """
                03/07/2017 10:00:02.100 +0900 sn=1 evt=net subEvt=acpt com="B" tmid=2 psGUID={B0} psPath="C:\\host.exe" srcIP=10.0.0.2 srcPort=5000 dstIP=10.0.0.3 dstPort=7445
                03/07/2017 10:00:02.200 +0900 sn=2 evt=session subEvt=loginRFail com="B" tmid=2 usr="guest\u202e" srcIP="10.0.0.2" srcPort="5000"
                03/07/2017 10:00:02.300 +0900 sn=3 evt=session subEvt=loginR com="B" tmid=2 usr="admin" srcIP="10.0.0.2" srcPort="5000"
                03/07/2017 10:00:03.000 +0900 sn=4 evt=ps subEvt=start com="B" tmid=2 rcIP="10.0.0.2" psGUID={B1} psPath="C:\\windows\\b.exe" cmd="go" parentGUID={B0} psUser="admin" sha256=11
                """);
    }

    private Said lateral(String... options) {
        return Said.by("lateral", folder.toString(), options);
    }

    @Test
    void theWayFromPcToPcIsToldInTheOrderOfTime() {
        Said said = lateral();

        assertThat(said.code()).isZero();
        assertThat(said.output())
                .isEqualTo(
                        """
                        2017-03-07 10:00:01.000 +09:00  copy  A C:\\a.exe → B  \\\\B\\admin$\\b.exe
                        2017-03-07 10:00:02.200 +09:00  logon refused  10.0.0.2 → B  as guest⟨U+202E⟩
                        2017-03-07 10:00:02.300 +09:00  logon  10.0.0.2 → B  as admin
                        2017-03-07 10:00:03.000 +09:00  remote start  A C:\\a.exe → B C:\\windows\\b.exe  go (as admin)
                        2017-03-07 10:00:03.000 +09:00  planted start  A C:\\a.exe → B C:\\windows\\b.exe  from \\\\B\\admin$\\b.exe
                        """);
        assertThat(said.errors()).contains("1 malformed line left out");
    }

    @Test
    void onlyWhatIsAskedForIsTold() {
        Said none = lateral("--where", "com=C");

        assertThat(none.code()).isOne();
        assertThat(none.output()).isEmpty();
    }

    @Test
    void jsonNamesTheProcessThatBegan() {
        String last = lateral("--json").output().lines().toList().getLast();

        JsonNode step = JsonMapper.shared().readTree(last);
        assertThat(step.at("/kind").asString()).isEqualTo("planted start");
        assertThat(step.at("/startedTerminal").asString()).isEqualTo("2");
        assertThat(step.at("/startedGuid").asString()).isEqualTo("{B1}");
        assertThat(lateral("--json").output().lines().findFirst().orElseThrow())
                .doesNotContain("started");
    }
}
