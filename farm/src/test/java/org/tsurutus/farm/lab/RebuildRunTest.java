package org.tsurutus.farm.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.farm.run.Rebuild;
import org.tsurutus.farm.run.Rebuilt;
import org.tsurutus.farm.run.RunDirectory;
import org.tsurutus.farm.run.TrustedRoots;
import org.tsurutus.windows.signature.TrustStore;

/// A run's directory alone gives its log again.
@Tag("guest")
class RebuildRunTest {
    private final TrustStore roots = TrustedRoots.of(RealLab.LAB.home(), List.of());

    @TempDir Path folder;

    private RunDirectory run(Path specimen, Duration limit) {
        return RealLab.LAB
                .runner()
                .run(RealLab.request(specimen, "", limit, folder.resolve("runs")));
    }

    private Rebuilt rebuild(RunDirectory run, ByteArrayOutputStream log) {
        return new Rebuild(run).write(roots, folder, log);
    }

    private static Path log(RunDirectory run) {
        return run.log(run.manifest().specimen().sha256());
    }

    @Test
    void aRunOfManyActsGivesItsLogAgainAndDamageToEitherIsFound() throws IOException {
        RunDirectory run = run(RealLab.examples().resolve("greeter.exe"), Duration.ofMinutes(4));
        List<String> whole = Files.readAllLines(log(run));
        assertThat(run.manifest().tools())
                .containsEntry("trust", roots.roots().size() + " roots, " + roots.fingerprint());

        Rebuilt same = rebuild(run, new ByteArrayOutputStream());
        assertThat(same.isIdentical()).isTrue();
        assertThat(same.records()).isEqualTo(whole.size()).isPositive();

        int middle = whole.size() / 2;
        String changed = whole.get(middle).replaceFirst(" lv=", " lv=1");
        Files.writeString(log(run), Files.readString(log(run)).replace(whole.get(middle), changed));
        assertThat(rebuild(run, new ByteArrayOutputStream()).firstDifference())
                .hasValue(middle + 1);

        byte[] facts = Files.readAllBytes(run.raw().facts());
        Files.write(run.raw().facts(), Arrays.copyOf(facts, facts.length - facts.length / 20));
        Files.write(log(run), whole);
        theBeginningIsTheSame(run, whole);
    }

    /// What still waited for a second witness at the break is written without it, and in another
    /// place.
    private void theBeginningIsTheSame(RunDirectory run, List<String> whole) {
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        Rebuilt cut = rebuild(run, made);
        List<String> lines = made.toString(StandardCharsets.UTF_8).lines().toList();
        int same = (int) cut.firstDifference().orElseThrow() - 1;

        assertThat(cut.cut()).isPresent();
        assertThat(lines).hasSizeLessThan(whole.size());
        assertThat(lines.subList(0, same)).isNotEmpty().isEqualTo(whole.subList(0, same));
        assertThat(whole.stream().map(RebuildRunTest::act))
                .containsAll(
                        lines.stream()
                                .filter(line -> !line.contains(" evt=file subEvt=close"))
                                .map(RebuildRunTest::act)
                                .toList());
    }

    /// A line without its number.
    private static String act(String line) {
        return line.replaceFirst(" sn=[0-9]+", "");
    }

    @Test
    void aRunThatWasCutByItsTimeGivesItsLogAgain() throws IOException {
        RunDirectory run = run(RealLab.sleeper(folder), Duration.ofSeconds(20));

        assertThat(run.manifest().end().orElseThrow().reason()).isEqualTo("time limit");
        assertThat(rebuild(run, new ByteArrayOutputStream()).isIdentical()).isTrue();
    }
}
