package org.tsurutus.markii.scan;

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

/// Jazzer for a fixed number of inputs; `markii/fuzz` does the same for as many as one likes.
class FuzzingTest {
    private static final Path INPUTS =
            Path.of("src/test/resources/org/tsurutus/markii/scan/fuzz").toAbsolutePath();
    private static final int RUNS = 30_000;

    static Stream<Path> inputs() throws IOException {
        try (Stream<Path> files = Files.list(INPUTS)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void whatWasOnceHardIsReadWithoutLoss(Path input) throws IOException {
        LogFuzzer.fuzzerTestOneInput(Files.readAllBytes(input));
    }

    @Test
    void noBytesWhateverCrashHangOrLoseAByte(@TempDir Path directory)
            throws IOException, InterruptedException {
        Path output = directory.resolve("jazzer.txt");
        Path found = Files.createDirectory(directory.resolve("found"));
        Process jazzer =
                new ProcessBuilder(
                                List.of(
                                        Path.of(System.getProperty("java.home"), "bin", "java")
                                                .toString(),
                                        "--add-modules=jdk.incubator.vector",
                                        "--enable-native-access=ALL-UNNAMED",
                                        "-XX:+EnableDynamicAgentLoading",
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        "com.code_intelligence.jazzer.Jazzer",
                                        "--target_class=" + LogFuzzer.class.getName(),
                                        "--instrumentation_includes=org.tsurutus.**",
                                        "--reproducer_path=" + found,
                                        "-runs=" + RUNS,
                                        "-timeout=20",
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
