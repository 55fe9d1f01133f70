package org.tsurutus.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsCommandTest {
    private static final String MANIFEST =
            """
            {"format":1,"run":"r1","state":"done",
             "specimen":{"name":"a.exe","kind":"exe","architecture":null,"size":1,"md5":"m","sha1":"s","sha256":"h"},
             "start":{"arguments":"","path":"","commandLine":""},"pcs":[],
             "times":{"requested":"2026-11-22T12:00:00Z","marks":{},"limitMillis":1000},
             "end":{"reason":"time limit","detail":"still at work","exitCode":null},"stages":[],
             "counts":{"records":{"ps/start":2},"rawBytes":0,"rawFrames":0,"traceLines":7,"clicks":0,"files":0},
             "gaps":{"byReason":{"frames missing":%d}},"tools":{}}
            """;

    @TempDir Path folder;

    private String show(int missing) throws IOException {
        Files.writeString(folder.resolve("run.json"), MANIFEST.formatted(missing));
        Said said = Said.by("runs", "show", folder.toString());
        assertThat(said.errors()).isEmpty();
        return said.output();
    }

    @Test
    void aRunWithALossSaysWhatItsLogMayLack() throws IOException {
        assertThat(show(3))
                .contains(
                        "gaps     3 of “frames missing”: the log may lack whatever the guest told in them\n");
    }

    @Test
    void aRunThatHasEndedIsNotExtended() throws IOException {
        Files.writeString(folder.resolve("run.json"), MANIFEST.formatted(0));

        Said said = Said.by("runs", "extend", folder.toString(), "5m");

        assertThat(said.errors())
                .contains("run r1 has ended; only a run under way can be extended");
        assertThat(folder.resolve("extend")).doesNotExist();
    }

    @Test
    void aRunWithoutLossSaysSo() throws IOException {
        assertThat(show(0)).contains("gaps     none\n");
    }
}
