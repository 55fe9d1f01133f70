package org.tsurutus.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogRebuildCommandTest {
    private static final String MANIFEST =
            """
            {"format":1,"run":"r1","state":"done",
             "specimen":{"name":"a.exe","kind":"exe","architecture":null,"size":1,"md5":"m","sha1":"s","sha256":"h"},
             "start":{"arguments":"","path":"","commandLine":""},"pcs":[],
             "times":{"requested":"2026-11-22T12:00:00Z","marks":{},"limitMillis":1000},
             "end":null,"stages":[],
             "counts":{"records":{},"rawBytes":0,"rawFrames":0,"traceRecords":0,"dropped":0,"unmatched":0,"skippedBytes":0,"clicks":0,"files":0},
             "gaps":{"byReason":{}},"tools":{}}
            """;
    private static final String INPUTS =
            """
            {"format":1,
             "pc":{"com":"PC01","domain":"","profile":"","tmid":"t","csid":"S-1","ip":[],"mac":"","user":"lab","userDomain":"PC01","locale":"en-US","zone":"Z","driveC":"/c/"},
             "trust":{"roots":0,"fingerprint":"e3b0c44298fc","at":"2026-11-22T12:00:00Z"},
             "begin":{"wall":"2026-11-22T12:00:00Z","guestNanos":1,"afterFacts":0},
             "changed":[{"wall":"2026-11-22T12:00:09Z","path":"D","runs":[{"lba":0,"count":1,"oldSha256":"a","newSha256":"b"}]}]}
            """;

    @TempDir Path run;

    @BeforeEach
    void writeARun() throws IOException {
        Files.createDirectory(run.resolve("raw"));
        Files.writeString(run.resolve("run.json"), MANIFEST);
        Files.writeString(run.resolve("raw/recording.json"), INPUTS);
        for (String name : new String[] {"raw/facts.gz", "raw/known-files.tsv.gz"}) {
            try (OutputStream out =
                    new GZIPOutputStream(Files.newOutputStream(run.resolve(name)))) {
                out.flush();
            }
        }
        Said made = rebuild("--to", "-");
        Files.writeString(run.resolve("h.log"), made.output());
        assertThat(made.output()).contains("evt=disk subEvt=write").contains("lba=0");
        assertThat(made.code()).isEqualTo(1);
    }

    private Said rebuild(String... options) {
        String[] words = new String[options.length + 1];
        words[0] = run.toString();
        System.arraycopy(options, 0, words, 1, options.length);
        return Said.by("log", "rebuild", words);
    }

    @Test
    void anIdenticalLogIsSaidToBeSoAndLeavesNothing() {
        Said said = rebuild();

        assertThat(said.output()).isEqualTo("identical, records: 1\n");
        assertThat(said.code()).isZero();
        assertThat(run.resolve("h.log.rebuilt")).doesNotExist();
    }

    @Test
    void aDifferentLogIsKeptBesideTheRunsOwn() throws IOException {
        String log = Files.readString(run.resolve("h.log"));
        Files.writeString(run.resolve("h.log"), log.replace("lba=0", "lba=1"));

        Said said = rebuild();

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.output())
                .isEqualTo("different from line 1 on: see " + run.resolve("h.log.rebuilt") + "\n");
        assertThat(run.resolve("h.log.rebuilt")).hasContent(log);
        assertThat(run.resolve("h.log")).content().contains("lba=1");
    }

    @Test
    void theLogMayGoElsewhere() {
        Path elsewhere = run.resolve("elsewhere.log");

        assertThat(rebuild("--to", elsewhere.toString()).code()).isZero();

        assertThat(elsewhere).hasSameTextualContentAs(run.resolve("h.log"));
    }

    @Test
    void otherRootsThanThoseOfTheRunAreTold() {
        assertThat(rebuild().errors())
                .startsWith("tsurutus: signatures are believed by ")
                .contains("in the run it was 0 (e3b0c44298fc)")
                .hasLineCount(1);
    }

    @Test
    void rootsThatAreNoneAreRefused() throws IOException {
        Path empty = Files.createDirectory(run.resolve("empty"));

        Said said = rebuild("--trust", empty.toString());

        assertThat(said.code()).isEqualTo(Failures.BAD_INPUT);
        assertThat(said.errors()).contains(empty + " holds no .pem");
    }

    @Test
    void factsThatBreakOffAreTold() throws IOException {
        Files.write(run.resolve("raw/facts.gz"), new byte[0]);

        assertThat(rebuild().errors()).contains("the raw facts break off");
    }

    @Test
    void aRunWithoutRawFactsIsBadInput() throws IOException {
        Files.delete(run.resolve("raw/facts.gz"));

        Said said = rebuild();

        assertThat(said.code()).isEqualTo(Failures.BAD_INPUT);
        assertThat(said.errors()).contains("raw lacks facts.gz or recording.json").hasLineCount(1);
    }

    @Test
    void aRunMustBeNamed() {
        Said said = Said.by("log", "rebuild");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.errors()).contains("RUN");
    }
}
