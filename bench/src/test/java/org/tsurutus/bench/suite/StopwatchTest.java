package org.tsurutus.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopwatchTest {
    @TempDir Path folder = Path.of("");
    private Stopwatch stopwatch = new Stopwatch(folder);

    @BeforeEach
    void takeAStopwatch() {
        stopwatch = new Stopwatch(folder);
    }

    @Test
    void commandsTakeTurnsAfterARoundThatDoesNotCount() throws Exception {
        Path turns = folder.resolve("turns");
        List<Series> series =
                stopwatch.alternate(
                        List.of(shell("printf A >> " + turns), shell("printf B >> " + turns)), 3);

        assertThat(turns).hasContent("ABABABAB");
        assertThat(series)
                .extracting(Series::outcomes)
                .allSatisfy(outcomes -> assertThat(outcomes).hasSize(3));
    }

    @Test
    void aCommandThatFailsIsNotRunAgainAndDoesNotStopTheOther() {
        List<Series> series =
                stopwatch.alternate(
                        List.of(
                                shell("echo 'unknown verb' >&2; echo usage >&2; exit 2"),
                                shell("true")),
                        2);

        assertThat(series.get(0).failure().orElseThrow().failure())
                .isEqualTo("exit 2: unknown verb");
        assertThat(series.get(0).outcomes()).hasSize(1);
        assertThat(series.get(1).failure()).isEmpty();
        assertThat(series.get(1).outcomes()).hasSize(2);
    }

    @Test
    void aCommandThatFailsOnlyLaterHasFailed() {
        Path once = folder.resolve("once");
        Series series = stopwatch.alternate(List.of(shell("mkdir " + once)), 4).getFirst();

        assertThat(series.failure()).map(Outcome::exit).contains(1);
    }

    @Test
    void aProgramThatIsNotThereIsAFailureToo() {
        Outcome outcome =
                stopwatch.time(new Command("none", List.of("/no/such/program"), Map.of()));

        assertThat(outcome.isFailure()).isTrue();
        assertThat(outcome.failure()).contains("/no/such/program");
    }

    @Test
    void timeAndMemoryAreThoseOfTheCommand() {
        Outcome outcome =
                stopwatch.time(shell("x=$(head -c 30000000 /dev/zero | tr '\\0' a); sleep 0.4"));

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.seconds()).isGreaterThanOrEqualTo(0.4);
        assertThat(outcome.peakBytes()).isGreaterThan(30_000_000L);
    }

    @Test
    void theEnvironmentReachesTheCommandAndItsOutputAFile() throws Exception {
        stopwatch.time(
                new Command("echo", List.of("sh", "-c", "echo $WHERE"), Map.of("WHERE", "here")));

        assertThat(Files.readString(folder.resolve("output"))).isEqualTo("here\n");
    }

    private static Command shell(String script) {
        return new Command("shell", List.of("sh", "-c", script), Map.of());
    }
}
