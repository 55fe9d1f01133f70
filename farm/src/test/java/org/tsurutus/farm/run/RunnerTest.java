package org.tsurutus.farm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.host.Home;
import org.tsurutus.farm.host.Progress;
import org.tsurutus.farm.image.GuestProfile;
import org.tsurutus.farm.scenario.Scenario;
import org.tsurutus.farm.specimen.Limits;
import org.tsurutus.farm.specimen.SpecimenFile;
import org.tsurutus.windows.signature.TrustStore;

/// Runs on a host that has no PC to give.
class RunnerTest {
    @TempDir Path folder;
    private Path specimen = Path.of("");

    @BeforeEach
    void write() throws IOException {
        specimen = Files.writeString(folder.resolve("a.bat"), "@echo off\r\n");
    }

    private RunRequest request(Optional<Long> seed) {
        return new RunRequest(
                SpecimenFile.examine(specimen, Limits.standard()),
                "",
                Timing.of(Timing.DEFAULT_LIMIT),
                GuestProfile.WINE32,
                folder.resolve("runs"),
                TrustStore.empty(),
                seed,
                Scenario.ALONE,
                Optional.empty());
    }

    private RunManifest run(Optional<Long> seed) {
        Machines none =
                (_, _, _) -> {
                    throw FarmException.environment("no PC is left; wait for one");
                };
        return new Runner(new Home(folder.resolve("home")), none, Progress.silent())
                .run(request(seed))
                .manifest();
    }

    @Test
    void aRunWithoutAPcSaysWhy() {
        RunManifest manifest = run(Optional.empty());

        assertThat(manifest.state()).isEqualTo(RunManifest.State.FAILED);
        assertThat(manifest.end().orElseThrow().detail()).isEqualTo("no PC is left; wait for one");
    }

    @Test
    void theSeedThatWasGivenIsTheOneOfTheRun() {
        assertThat(run(Optional.of(42L)).start().clickSeed()).contains(42L);
    }

    @Test
    void withoutASeedEachRunDrawsItsOwn() {
        Optional<Long> first = run(Optional.empty()).start().clickSeed();

        assertThat(first.orElseThrow()).isBetween(0L, RunRequest.LARGEST_SEED);
        assertThat(run(Optional.empty()).start().clickSeed()).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1L << 53})
    void aSeedThatReadersOfJsonMayMisreadIsRefused(long seed) {
        assertThatExceptionOfType(FarmException.class)
                .isThrownBy(() -> request(Optional.of(seed)))
                .withMessage(seed + " is no seed; give a number from 0 to 9007199254740991");
    }
}
