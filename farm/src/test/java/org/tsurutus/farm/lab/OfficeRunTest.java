package org.tsurutus.farm.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.farm.run.PcFolder;
import org.tsurutus.farm.run.Rebuild;
import org.tsurutus.farm.run.RunDirectories;
import org.tsurutus.farm.run.RunDirectory;
import org.tsurutus.farm.run.RunManifest;
import org.tsurutus.farm.run.RunRequest;
import org.tsurutus.farm.run.TrustedRoots;
import org.tsurutus.farm.scenario.ScenarioFile;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.network.capture.CaptureReader;

/// One specimen on three PCs of one office, of which one dies and one hangs while the specimen is
/// at work.
@Tag("guest")
class OfficeRunTest {
    private static final List<String> NAMES = List.of("OFFICE-PC1", "OFFICE-PC2", "OFFICE-PC3");

    @TempDir private static Path folder;
    private static RunDirectory run = new RunDirectory(Path.of(""));
    private static List<MarkIIRecord> log = List.of();

    @BeforeAll
    static void runWithADeathAndAFreeze() throws Exception {
        RunRequest request =
                RealLab.request(
                                RealLab.examples().resolve("busy.exe"),
                                "",
                                Duration.ofMinutes(4),
                                folder.resolve("runs"))
                        .with(ScenarioFile.office().first(3));
        CompletableFuture<RunDirectory> running =
                CompletableFuture.supplyAsync(() -> RealLab.LAB.runner().run(request));
        awaitRunning(request.runs(), running);
        RealLab.machines(Path.of("2", "qmp")).forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle machine : RealLab.machines(Path.of("3", "qmp"))) {
            new ProcessBuilder("kill", "-STOP", Long.toString(machine.pid())).start().waitFor();
        }
        run = running.join();
        assertThat(run.manifest().state())
                .as("%s", run.manifest().end())
                .isEqualTo(RunManifest.State.DONE);
        log = RealLab.log(run);
    }

    private static void awaitRunning(Path runs, CompletableFuture<?> running) throws Exception {
        while (!running.isDone()) {
            for (RunDirectory begun : RunDirectories.list(runs)) {
                if (begun.manifest().state() == RunManifest.State.RUNNING) {
                    return;
                }
            }
            Thread.sleep(Duration.ofMillis(100));
        }
    }

    @Test
    void theRunGoesOnWithoutThePcThatDiedAndTheOneThatHangs() {
        RunManifest manifest = run.manifest();

        assertThat(manifest.state()).as("%s", manifest.end()).isEqualTo(RunManifest.State.DONE);
        assertThat(manifest.end().orElseThrow().reason()).isEqualTo("process tree ended");
        assertThat(manifest.pcs()).extracting(RunManifest.Pc::com).isEqualTo(NAMES);
        assertThat(manifest.pcs().get(1).stopped()).isPresent();
        assertThat(manifest.pcs().get(0).stopped()).isEmpty();
        assertThat(manifest.pcs().get(2).stopped()).contains("the PC did not answer any more");
        assertThat(manifest.end().orElseThrow().exitCode()).hasValue(0L);
        assertThat(log)
                .anyMatch(record ->
                        record.kind().equals("ps/stop")
                                && record.value("psPath").orElse("").endsWith("busy.exe"));
    }

    @Test
    void eachPcsPartOfTheLogSaysWhyItEnds() {
        assertThat(
                        log.stream()
                                .filter(record -> record.kind().equals("sys/stop"))
                                .collect(
                                        Collectors.toMap(
                                                record -> record.value("com", ""),
                                                record -> record.value("reason", ""))))
                .containsEntry("OFFICE-PC1", "the run ended")
                .containsEntry("OFFICE-PC3", "the PC did not answer any more")
                .hasEntrySatisfying(
                        "OFFICE-PC2",
                        why -> assertThat(why).startsWith("the PC switched itself off or crashed"));
    }

    @Test
    void thePcsDifferInAllThatTellsThemApart() {
        List<RunManifest.Pc> pcs = run.manifest().pcs();

        for (Function<RunManifest.Pc, String> part :
                List.<Function<RunManifest.Pc, String>>of(
                        RunManifest.Pc::com,
                        RunManifest.Pc::tmid,
                        RunManifest.Pc::csid,
                        RunManifest.Pc::ip,
                        RunManifest.Pc::mac)) {
            Set<String> values = new HashSet<>();
            pcs.forEach(pc -> values.add(part.apply(pc)));
            assertThat(values).hasSize(3);
        }
    }

    @Test
    void theOneLogIsInTheOrderOfTimeAndSaysWhosePcEachRecordIs() {
        assertThat(log)
                .extracting(MarkIIRecord::time)
                .isSortedAccordingTo(Comparator.<OffsetDateTime>naturalOrder());
        for (RunManifest.Pc pc : run.manifest().pcs()) {
            List<MarkIIRecord> own =
                    log.stream()
                            .filter(record -> record.value("com").orElse("").equals(pc.com()))
                            .toList();
            assertThat(own.getFirst().kind()).isEqualTo("sys/start");
            assertThat(own)
                    .allMatch(record -> record.value("tmid").orElse("").equals(pc.tmid()))
                    .allMatch(record -> record.value("ip").orElse("").equals(pc.ip()))
                    .allMatch(record -> record.value("mac").orElse("").equals(pc.mac()));
        }
    }

    @Test
    void everyGuestsClockIsKnownToTheMillisecond() {
        assertThat(run.manifest().pcs())
                .allSatisfy(pc ->
                        assertThat(pc.clock().orElseThrow().uncertaintyNanos())
                                .isBetween(0L, 10_000_000L));
    }

    @Test
    void whatWasTriedToGetOutStandsInTheLogAndInTheManifest() {
        RunManifest.Containment containment = run.manifest().containment().orElseThrow();

        assertThat(containment.tried()).contains("169.254.169.254", "255.255.255.255");
        assertThat(containment.reached()).isEmpty();
        assertThat(log.getFirst().value("containment").orElse(""))
                .isEqualTo(
                        containment.tried().size() + " addresses tried from each PC, none reached");
    }

    @Test
    void everyFrameIsInTheCaptureByItsPc() throws IOException {
        Set<String> senders = new HashSet<>();
        CaptureReader.read(run.net().resolve("traffic.pcapng"), frame -> senders.add(frame.pc()));

        assertThat(senders).isEqualTo(new HashSet<>(NAMES));
    }

    @Test
    void theJoinedLogIsMadeAgainFromWhatIsKeptOfEachPc() throws IOException {
        ByteArrayOutputStream again = new ByteArrayOutputStream();

        assertThat(
                        new Rebuild(run)
                                .write(
                                        TrustedRoots.of(RealLab.LAB.home(), List.of()),
                                        folder,
                                        again)
                                .isIdentical())
                .isTrue();
        assertThat(run.all(run.manifest())).extracting(PcFolder::part).allMatch(Files::exists);
    }
}
