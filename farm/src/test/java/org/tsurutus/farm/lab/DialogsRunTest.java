package org.tsurutus.farm.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsurutus.farm.examples.Declaration;
import org.tsurutus.farm.examples.DeclaredActs;
import org.tsurutus.farm.host.Progress;
import org.tsurutus.farm.image.Examples;
import org.tsurutus.farm.run.RunDirectory;
import org.tsurutus.farm.run.RunManifest;
import org.tsurutus.farm.run.RunManifest.State;

/// Examples that ask questions are run on the real guest: behind every dialog that is answered
/// stands an act in the log.
@Tag("guest")
class DialogsRunTest {
    private static final Duration LIMIT = Duration.ofMinutes(4);

    @TempDir Path runs;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dodger.exe",
                "chain.exe",
                "nihongo.exe",
                "behind.exe",
                "setup.exe",
                "package.exe"
            })
    void theLogShowsTheActBehindEveryDialog(String name) {
        Path examples =
                Examples.build(
                        RealLab.LAB.home(),
                        RealLab.CHECKOUT.resolve("examples"),
                        Progress.silent());
        Declaration declaration = Declaration.read(examples.resolve(name + ".acts.json"));

        RunDirectory run =
                RealLab.LAB
                        .runner()
                        .run(
                                RealLab.request(
                                        examples.resolve(name),
                                        declaration.arguments(),
                                        LIMIT,
                                        runs));

        RunManifest manifest = run.manifest();
        assertThat(DeclaredActs.shortfalls(declaration, RealLab.log(run))).isEmpty();
        assertThat(manifest.state()).as("%s", manifest.end()).isEqualTo(State.DONE);
        assertThat(manifest.end().orElseThrow().reason()).isEqualTo("process tree ended");
        assertThat(manifest.end().orElseThrow().exitCode()).hasValue((long) declaration.exitCode());
    }
}
