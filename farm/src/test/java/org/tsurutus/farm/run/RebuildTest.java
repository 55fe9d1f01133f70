package org.tsurutus.farm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.disk.evidence.DiskEvidence;
import org.tsurutus.disk.evidence.DiskStructure;
import org.tsurutus.disk.evidence.Place;
import org.tsurutus.disk.evidence.SectorRun;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.scenario.Scenario;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.Click;
import org.tsurutus.sensor.Pc;
import org.tsurutus.sensor.fact.FactWriter;
import org.tsurutus.sensor.fact.RawFact;
import org.tsurutus.sensor.file.ContentStore;
import org.tsurutus.sensor.file.FileFacts;
import org.tsurutus.sensor.file.KnownFiles;
import org.tsurutus.windows.signature.TrustStore;

class RebuildTest {
    private static final Place SLACK = new Place(new DiskStructure.Slack(), Optional.empty());
    private static final String SHA256 = "9f86d081".repeat(8);
    private static final Pc PC =
            new Pc(
                    "PC01",
                    "WORKGROUP",
                    "test",
                    "5b0c0000-0000-4000-8000-000000000001",
                    "S-1-5-21-0-0-0",
                    List.of("127.0.0.1"),
                    "00:00:00:00:00:00",
                    "lab",
                    "PC01",
                    "en-US",
                    ZoneOffset.ofHours(9),
                    "/wine/drive_c/");
    private static final KnownFiles KNOWN =
            new KnownFiles(Map.of("C:\\a.exe", new FileFacts(1, "m", "s", "h", Optional.empty())));

    @TempDir private Path folder;
    private RunDirectory run = new RunDirectory(Path.of(""));

    @BeforeEach
    void recordARun() throws IOException {
        run = RunDirectories.create(folder, SHA256, Scenario.ALONE);
        try (RunBook _ =
                        new RunBook(
                                run,
                                new RunManifest.Specimen(
                                        "a.exe", "exe", Optional.empty(), 1, "m", "s", SHA256),
                                new RunManifest.Start(
                                        "", "C:\\a.exe", "C:\\a.exe", Optional.of(7L)),
                                Scenario.ALONE,
                                Timing.of(Timing.DEFAULT_LIMIT));
                OutputStream raw = run.raw().writeFacts();
                ContentStore contents = new ContentStore(run.files());
                Recording recording =
                        new Recording(
                                RecordingInputs.of(PC, TrustStore.empty(), Instant.now()),
                                KNOWN,
                                run.raw(),
                                "C:\\launch.exe",
                                List.of(),
                                contents,
                                new ConnectionOwners(),
                                run.log(SHA256))) {
            tell(raw, recording, 0);
            tell(raw, recording, 1);
            recording.begin(Instant.now(), 1_500_000_000, "no network card");
            tell(raw, recording, 2);
            long now = System.nanoTime();
            recording.clicked(click(40, "はい \"(Y)\""), now);
            recording.clicked(click(20, "Next >"), now);
            tell(raw, recording, 3);
            recording.finish("the run ended");
            recording.clicked(click(60, "too late"), now);
            recording.changed(
                    "\\\\.\\PhysicalDrive0",
                    new DiskEvidence(
                            List.of(
                                    new SectorRun(0, 1, "a", "b", SLACK),
                                    new SectorRun(9, 3, "c", "d", SLACK)),
                            2,
                            7));
            assertThat(recording.gaps().byReason()).containsEntry("changed sectors not listed", 2L);
            assertThat(recording.gaps().byReason())
                    .containsEntry("clicks outside the recording", 1L);
            assertThat(recording.counts(0, 0).dropped()).isEqualTo(3);
        }
    }

    private static void tell(OutputStream raw, Recording recording, long second) {
        RawFact fact = new RawFact.Note(second, second * 1_000_000_000, "second " + second);
        new FactWriter(raw).write(fact);
        recording.accept(fact);
    }

    private static Click click(long millis, String label) {
        return new Click(
                Instant.EPOCH,
                millis,
                "ab".repeat(32),
                "screens/0001-before.png",
                "screens/0001-after.png",
                1024,
                768,
                "dialog",
                "button",
                new Box(1, 2, 75, 23),
                label,
                "yes",
                "click",
                "",
                0.9,
                List.of(),
                "affirmative",
                Click.Effect.CHANGED,
                0.1,
                80);
    }

    private Rebuilt rebuild(OutputStream out) throws IOException {
        Path scratch = Files.createDirectories(folder.resolve("scratch"));
        Rebuilt rebuilt = new Rebuild(run).write(TrustStore.empty(), scratch, out);
        assertThat(scratch).isEmptyDirectory();
        return rebuilt;
    }

    private Rebuilt rebuild() throws IOException {
        return rebuild(OutputStream.nullOutputStream());
    }

    @Test
    void theLogIsMadeAgainByteForByte() throws IOException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();

        Rebuilt rebuilt = rebuild(log);

        assertThat(rebuilt.isIdentical()).isTrue();
        assertThat(rebuilt.records()).isEqualTo(6);
        assertThat(rebuilt.cut()).isEmpty();
        assertThat(log.toByteArray()).isEqualTo(Files.readAllBytes(run.log(SHA256))).isNotEmpty();
    }

    @Test
    void theLogBeginsWithWhatWasTriedToGetOut() throws IOException {
        assertThat(Files.readAllLines(run.log(SHA256)).getFirst())
                .contains("evt=sys subEvt=start")
                .contains("containment=\"no network card\"");
    }

    @Test
    void aRunOfBeforeThatWasTriedIsStillMadeAgain() throws IOException {
        Path inputs = run.raw().inputsFile();
        String kept = Files.readString(inputs);
        String older = kept.replaceFirst(",\\s*\"containment\" : \"no network card\"", "");
        assertThat(older).isNotEqualTo(kept);
        Files.writeString(inputs, older);

        assertThat(rebuild().records()).isEqualTo(5);
    }

    @Test
    void theLogSaysWhyRecordingEndedBeforeWhatWasFoundOnTheDisk() throws IOException {
        assertThat(Files.readString(run.log(SHA256)))
                .containsSubsequence("evt=sys subEvt=stop", "reason=\"the run ended\"", "lba=0");
    }

    @Test
    void aRunOfBeforeItsEndWasRecordedIsStillMadeAgain() throws IOException {
        Path inputs = run.raw().inputsFile();
        String kept = Files.readString(inputs);
        String older = kept.replaceFirst("\"end\" : \\{[^}]*},\\s*", "");
        assertThat(older).isNotEqualTo(kept);
        Files.writeString(inputs, older);

        assertThat(rebuild().records()).isEqualTo(5);
    }

    @Test
    void clicksAreInTheLogAndComeAgainFromTheirOwnFile() throws IOException {
        String log = Files.readString(run.log(SHA256));

        assertThat(log)
                .containsSubsequence(
                        "evt=screen subEvt=click", "label=\"Next >\"",
                        "evt=screen subEvt=click", "label=\"はい \"\"(Y)\"\"\"")
                .contains("box=\"1,2,75,23\"", "frame=\"abababababababab\"")
                .doesNotContain("too late");
        assertThat(run.raw().clicks().all())
                .extracting(KeptClicks.Kept::afterFacts)
                .containsExactly(3L, 3L);

        Files.delete(run.raw().path().resolve("clicks.jsonl"));
        assertThat(rebuild().firstDifference()).hasValue(2);
    }

    @Test
    void aDamagedListOfClicksIsNamed() throws IOException {
        Files.writeString(run.raw().path().resolve("clicks.jsonl"), "{\"afterFacts\":");

        assertThatThrownBy(() -> new Rebuild(run))
                .isInstanceOf(FarmException.class)
                .hasMessageContaining("clicks.jsonl is damaged");
    }

    @Test
    void theFirstLineThatDiffersIsNamed() throws IOException {
        Path log = run.log(SHA256);
        Files.writeString(log, Files.readString(log).replace("lba=9", "lba=8"));

        assertThat(rebuild().firstDifference()).hasValue(6);
    }

    @Test
    void aLogThatEndsTooEarlyOrTooLateDiffersAtItsEnd() throws IOException {
        Path log = run.log(SHA256);
        List<String> lines = Files.readAllLines(log);
        Files.writeString(log, lines.getFirst() + "\n");
        assertThat(rebuild().firstDifference()).hasValue(2);

        Files.writeString(log, String.join("\n", lines) + "\nmore\n");
        assertThat(rebuild().firstDifference()).hasValue(7);

        Files.delete(log);
        assertThat(rebuild().firstDifference()).hasValue(1);
    }

    @Test
    void factsThatBreakOffAreReadUpToTheBreak() throws IOException {
        byte[] facts = Files.readAllBytes(run.raw().facts());
        Files.write(run.raw().facts(), Arrays.copyOf(facts, facts.length - 4));

        Rebuilt rebuilt = rebuild();

        assertThat(rebuilt.cut().orElseThrow()).isEqualTo("the file ends before its end");
        assertThat(rebuilt.isIdentical()).isTrue();
    }

    @Test
    void whatTheSensorWasGivenReadsBackAsItWas() throws IOException {
        RecordingInputs inputs = run.raw().inputs();

        assertThat(inputs.pc()).isEqualTo(PC);
        assertThat(inputs.trust().roots()).isZero();
        assertThat(inputs.begin().orElseThrow().afterFacts()).isEqualTo(2);
        assertThat(inputs.begin().orElseThrow().guestNanos()).isEqualTo(1_500_000_000);
        assertThat(inputs.changed().getFirst().runs()).hasSize(2);
        assertThat(run.raw().known().byPath()).isEqualTo(KNOWN.byPath());
    }

    @Test
    void aRecordingThatNeverBeganHasAnEmptyLog() throws IOException {
        run.raw().save(RecordingInputs.of(PC, TrustStore.empty(), Instant.now()));
        Files.writeString(run.log(SHA256), "");

        assertThat(rebuild()).isEqualTo(new Rebuilt(0, OptionalLong.empty(), Optional.empty()));
    }

    @Test
    void aRunWithoutItsRawFactsSaysWhatIsMissing() throws IOException {
        Files.delete(run.raw().facts());

        assertThatThrownBy(() -> new Rebuild(run))
                .isInstanceOf(FarmException.class)
                .hasMessageContaining("raw lacks facts.gz or recording.json");
    }

    @Test
    void rawFactsOfAnotherFormatAndDamagedOnesAreRefused() throws IOException {
        Path file = run.raw().inputsFile();
        String inputs = Files.readString(file);

        Files.writeString(file, inputs.replace("\"format\" : 1", "\"format\" : 2"));
        assertThatThrownBy(() -> new Rebuild(run))
                .hasMessageContaining("is of format 2; this tsurutus reads format 1");

        Files.writeString(file, inputs.replace("\"tmid\"", "\"tmidd\""));
        assertThatThrownBy(() -> new Rebuild(run)).hasMessageContaining("is damaged");

        Files.writeString(file, inputs.substring(0, inputs.length() / 2));
        assertThatThrownBy(() -> new Rebuild(run)).hasMessageContaining("is damaged");
    }

    @Test
    void aDamagedListOfKnownFilesIsNamed() throws IOException {
        Files.writeString(run.raw().knownFiles(), "no gzip");

        assertThatThrownBy(() -> new Rebuild(run))
                .isInstanceOf(FarmException.class)
                .hasMessageContaining("known-files.tsv.gz");
    }
}
