package org.tsurutus.farm.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.tsurutus.farm.examples.Declaration;
import org.tsurutus.farm.examples.DeclaredActs;
import org.tsurutus.farm.run.RunDirectory;
import org.tsurutus.farm.run.RunManifest;
import org.tsurutus.farm.run.RunManifest.State;
import org.tsurutus.markii.MarkIIRecord;

/// An example that was run on the real guest as it declares that it is started.
///
/// @param declaration what the example says that it does
/// @param run what became of it
/// @param log what the sensor says that it did
record ExampleRun(Declaration declaration, RunDirectory run, List<MarkIIRecord> log) {
    private static final Duration LIMIT = Duration.ofMinutes(4);

    /// Runs an example.
    ///
    /// @param name its file name
    /// @param runs takes the run's directory
    static ExampleRun of(String name, Path runs) {
        Path example = RealLab.examples().resolve(name);
        Declaration declaration = Declaration.read(example.resolveSibling(name + ".acts.json"));
        RunDirectory run =
                RealLab.LAB
                        .runner()
                        .run(RealLab.request(example, declaration.arguments(), LIMIT, runs));
        return new ExampleRun(declaration, run, RealLab.log(run));
    }

    /// Fails unless all that is declared stands in the log, and the example ended as it declares.
    void assertDoneAsDeclared() {
        RunManifest manifest = run.manifest();
        assertThat(DeclaredActs.shortfalls(declaration, log)).isEmpty();
        assertThat(manifest.state()).as("%s", manifest.end()).isEqualTo(State.DONE);
        assertThat(manifest.end().orElseThrow().reason()).isEqualTo("process tree ended");
        assertThat(manifest.end().orElseThrow().exitCode()).hasValue((long) declaration.exitCode());
    }
}
