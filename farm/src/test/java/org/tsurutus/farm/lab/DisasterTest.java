package org.tsurutus.farm.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.farm.image.GuestProfile;
import org.tsurutus.farm.run.RunDirectories;
import org.tsurutus.farm.run.RunDirectory;
import org.tsurutus.farm.run.RunManifest;
import org.tsurutus.farm.run.RunManifest.State;
import org.tsurutus.markii.MarkIIRecord;

/// Whatever dies in mid-run, nothing stays behind and nothing recorded is lost.
@Tag("guest")
class DisasterTest {
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir Path folder;
    private Path specimen = Path.of("");
    private Path runs = Path.of("");

    @BeforeEach
    void writeTheSpecimen() throws IOException {
        RealLab.LAB.images().image(GuestProfile.WINE32);
        RealLab.LAB.sweep();
        specimen = RealLab.sleeper(folder);
        runs = Files.createDirectory(folder.resolve("runs"));
    }

    @AfterEach
    void nothingIsLeft() {
        assertThat(leases()).isEmpty();
    }

    @Test
    void aKilledControllerTakesItsMachineAlongAndTheNextCommandClosesTheRun() throws Exception {
        Process controller = controller();
        awaitTheFirstAct();

        controller.destroyForcibly().waitFor();

        await("QEMU to end with its controller", () -> machines().isEmpty());
        List<String> said = RealLab.LAB.sweep();
        assertThat(said)
                .anySatisfy(line ->
                        assertThat(line)
                                .contains(
                                        "cleaned up after a controller that died",
                                        onlyRun().manifest().run()
                                                + " is marked failed and keeps its"));
        RunManifest manifest = onlyRun().manifest();
        assertThat(manifest.state()).isEqualTo(State.FAILED);
        assertThat(manifest.end().orElseThrow().detail()).contains("the controller died");
        assertThat(manifest.counts().total()).isEqualTo(RealLab.log(onlyRun()).size());
        assertThat(RealLab.log(onlyRun())).anyMatch(DisasterTest::isTheFirstAct);
    }

    @Test
    void anInterruptedControllerCollectsMarksTheRunCancelledAndGivesThePcBack() throws Exception {
        Process controller = controller();
        awaitTheFirstAct();

        new ProcessBuilder("kill", "-INT", Long.toString(controller.pid())).start().waitFor();

        assertThat(controller.waitFor(60, TimeUnit.SECONDS)).isTrue();
        RunManifest manifest = onlyRun().manifest();
        assertThat(manifest.state()).isEqualTo(State.CANCELLED);
        assertThat(manifest.end().orElseThrow().reason()).isEqualTo("cancelled");
        assertThat(RealLab.log(onlyRun())).anyMatch(DisasterTest::isTheFirstAct);
    }

    @Test
    void aCrashedMachineEndsTheRunWithWhatWasSeen() throws Exception {
        CompletableFuture<RunDirectory> run = inBackground(PATIENCE);
        awaitTheFirstAct();

        machines().forEach(ProcessHandle::destroyForcibly);

        RunManifest manifest = run.get(60, TimeUnit.SECONDS).manifest();
        assertThat(manifest.end().orElseThrow().reason()).isEqualTo("guest stopped");
        assertThat(RealLab.log(onlyRun())).anyMatch(DisasterTest::isTheFirstAct);
    }

    @Test
    void aHungMachineIsEndedAtTheTimeLimitWithWhatWasSeen() throws Exception {
        CompletableFuture<RunDirectory> run = inBackground(Duration.ofSeconds(40));
        awaitTheFirstAct();

        for (ProcessHandle machine : machines()) {
            new ProcessBuilder("kill", "-STOP", Long.toString(machine.pid())).start().waitFor();
        }

        RunManifest manifest = run.get(4, TimeUnit.MINUTES).manifest();
        assertThat(manifest.end().orElseThrow().reason()).isEqualTo("time limit");
        assertThat(manifest.stages())
                .anySatisfy(stage -> {
                    assertThat(stage.name()).isEqualTo("sync");
                    assertThat(stage.outcome()).isEqualTo("failed");
                });
        assertThat(RealLab.log(onlyRun())).anyMatch(DisasterTest::isTheFirstAct);
    }

    @Test
    void aSpecimenThatNeverEndsIsEndedAtTheTimeLimit() {
        RunDirectory run =
                RealLab.LAB
                        .runner()
                        .run(RealLab.request(specimen, "", Duration.ofSeconds(20), runs));

        RunManifest manifest = run.manifest();
        assertThat(manifest.state()).isEqualTo(State.DONE);
        assertThat(manifest.end().orElseThrow().reason()).isEqualTo("time limit");
        assertThat(RealLab.log(run)).anyMatch(DisasterTest::isTheFirstAct);
    }

    private Process controller() throws IOException {
        return new ProcessBuilder(
                        // whoever runs the tests in the background may have had Ctrl-C ignored
                        "env",
                        "--default-signal=INT",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dtsurutus.root=" + RealLab.CHECKOUT,
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.tsurutus.farm.lab.HeldRun",
                        specimen.toString(),
                        runs.toString())
                .inheritIO()
                .start();
    }

    private CompletableFuture<RunDirectory> inBackground(Duration limit) {
        return CompletableFuture.supplyAsync(
                () -> RealLab.LAB.runner().run(RealLab.request(specimen, "", limit, runs)),
                work -> Thread.ofPlatform().start(work));
    }

    private void awaitTheFirstAct() {
        await(
                "the specimen's first act in the log",
                () ->
                        RunDirectories.list(runs).stream()
                                .flatMap(DisasterTest::logText)
                                .anyMatch(text -> text.contains("awake.txt")));
    }

    private static Stream<String> logText(RunDirectory run) {
        try (Stream<Path> files = Files.list(run.path())) {
            Optional<Path> log = files.filter(file -> file.toString().endsWith(".log")).findFirst();
            return log.isPresent() ? Stream.of(Files.readString(log.get())) : Stream.empty();
        } catch (IOException _) {
            return Stream.empty();
        }
    }

    private static boolean isTheFirstAct(MarkIIRecord record) {
        return record.kind().equals("file/create")
                && record.value("path", "").equalsIgnoreCase("C:\\windows\\temp\\awake.txt");
    }

    private RunDirectory onlyRun() {
        List<RunDirectory> found = RunDirectories.list(runs);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    /// The leases of this test's runs; other runs of the lab may go on beside it.
    private List<Path> leases() {
        try (Stream<Path> leases = Files.list(RealLab.LAB.home().leases())) {
            return leases.filter(this::isOurs).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private boolean isOurs(Path lease) {
        try {
            return Path.of(Files.readString(lease.resolve("run"))).startsWith(runs);
        } catch (IOException _) {
            return false;
        }
    }

    private List<ProcessHandle> machines() {
        return leases().stream().flatMap(lease -> RealLab.machines(lease).stream()).toList();
    }

    private static void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting for %s", what).isLessThan(deadline);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
