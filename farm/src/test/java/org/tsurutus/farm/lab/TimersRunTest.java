package org.tsurutus.farm.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.farm.run.RunDirectories;
import org.tsurutus.farm.run.RunDirectory;
import org.tsurutus.farm.run.RunManifest;
import org.tsurutus.farm.run.RunManifest.State;
import org.tsurutus.farm.run.Timing;

/// Runs that last longer or shorter than their limit says.
@Tag("guest")
class TimersRunTest {
    private static final Duration LIMIT = Duration.ofSeconds(15);

    @TempDir Path folder;

    private RunManifest run(Path specimen, Timing timing) {
        return RealLab.LAB
                .runner()
                .run(RealLab.request(specimen, "", timing, folder.resolve("runs")))
                .manifest();
    }

    @Test
    void aRunGoesOnWhileNewFilesAppearAndNotBeyondTheMost() throws IOException {
        Path busy =
                Files.writeString(
                        folder.resolve("busy.bat"),
                        """
                        @echo off
                        set n=0
                        :again
                        set /a n=n+1
                        echo %n%> C:\\windows\\temp\\f%n%.txt
                        goto again
                        """
                                .replace("\n", "\r\n"));

        RunManifest run =
                run(busy, new Timing(LIMIT, Optional.of(Duration.ofSeconds(25)), Optional.empty()));

        assertThat(run.end().orElseThrow().detail())
                .isEqualTo("the specimen was still at work after 25 s");
        assertThat(run.times().limitMillis()).isEqualTo(15_000);
        assertThat(run.timers().orElseThrow().extensions())
                .singleElement()
                .satisfies(extension -> {
                    assertThat(extension.byMillis()).isEqualTo(10_000);
                    assertThat(extension.why())
                            .endsWith("objects were seen for the first time within 60 s");
                });
    }

    @Test
    void aRunThatHasGoneQuietEndsBeforeItsLimit() throws IOException {
        RunManifest run =
                run(
                        RealLab.sleeper(folder),
                        new Timing(
                                Duration.ofMinutes(5),
                                Optional.empty(),
                                Optional.of(Duration.ofSeconds(8))));

        assertThat(run.state()).isEqualTo(State.DONE);
        assertThat(run.end().orElseThrow().reason()).isEqualTo("gone quiet");
    }

    @Test
    void aRunUnderWayIsExtendedByItsUser() throws Exception {
        Path specimen = RealLab.sleeper(folder);
        CompletableFuture<RunManifest> run =
                CompletableFuture.supplyAsync(() -> run(specimen, Timing.of(LIMIT)));

        Path letter = theOnlyRun().extensions().ask(Duration.ofSeconds(10));

        RunManifest manifest = run.get();
        assertThat(letter).doesNotExist();
        assertThat(manifest.end().orElseThrow().detail())
                .isEqualTo("the specimen was still at work after 25 s");
        assertThat(manifest.timers().orElseThrow().extensions())
                .singleElement()
                .satisfies(extension -> {
                    assertThat(extension.byMillis()).isEqualTo(10_000);
                    assertThat(extension.why()).isEqualTo("the user asked for it");
                });
    }

    private RunDirectory theOnlyRun() throws InterruptedException {
        List<RunDirectory> found = List.of();
        while (found.isEmpty()) {
            Thread.sleep(50);
            found = RunDirectories.list(folder.resolve("runs"));
        }
        return found.getFirst();
    }
}
