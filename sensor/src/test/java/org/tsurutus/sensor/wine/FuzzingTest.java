package org.tsurutus.sensor.wine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsurutus.sensor.Day;

/// Jazzer for a fixed number of inputs that begin as a guest's day.
class FuzzingTest {
    private static final Path INPUTS =
            Path.of("src/test/resources/org/tsurutus/sensor/wine/fuzz").toAbsolutePath();
    private static final int RUNS = 2_000;

    static Stream<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.list(INPUTS)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void whatWasOnceHardIsFollowed(Path input) throws IOException {
        TraceFuzzer.fuzzerTestOneInput(Files.readAllBytes(input));
    }

    @Test
    void noTraceWhateverCrashesOrHangsOrLosesARecord(@TempDir Path directory)
            throws IOException, InterruptedException {
        Path output = directory.resolve("jazzer.txt");
        Path found = Files.createDirectory(directory.resolve("found"));
        Files.write(found.resolve("day.bin"), Day.trace());
        Process jazzer =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "--enable-native-access=ALL-UNNAMED",
                                        "-XX:+EnableDynamicAgentLoading",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        "com.code_intelligence.jazzer.Jazzer",
                                        "--target_class=" + TraceFuzzer.class.getName(),
                                        "--instrumentation_includes=org.tsurutus.sensor.**",
                                        "--reproducer_path=" + found,
                                        "-runs=" + RUNS,
                                        "-timeout=20",
                                        "-max_len=16384",
                                        "-artifact_prefix=" + found + "/",
                                        found.toString(),
                                        INPUTS.toString()))
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();

        int code = jazzer.waitFor();

        assertThat(code).as(Files.readString(output)).isZero();
        assertThat(Files.readString(output)).contains("Done " + RUNS + " runs");
    }
}
