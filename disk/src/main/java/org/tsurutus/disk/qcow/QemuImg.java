package org.tsurutus.disk.qcow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tsurutus.disk.DiskException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Calls of `qemu-img`.
final class QemuImg {
    /// For calls that read or write an image's own tables only.
    static final Duration QUICK = Duration.ofMinutes(1);

    /// For calls that copy an image's content.
    static final Duration COPY = Duration.ofMinutes(15);

    private static final int MOST_OUTPUT = 64 * 1024 * 1024;
    private static final int MOST_COMPLAINT = 4 * 1024;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private QemuImg() {}

    /// What a call with `--output=json` answers.
    static JsonNode json(Duration limit, String... arguments) {
        try {
            return JSON.readTree(run(limit, arguments));
        } catch (JacksonException e) {
            throw new DiskException(
                    "qemu-img "
                            + String.join(" ", arguments)
                            + " answered with something else than JSON: "
                            + e.getOriginalMessage(),
                    e);
        }
    }

    /// Runs `qemu-img` and answers with its output.
    ///
    /// @throws DiskException when it is not there, fails, or is not done within `limit`
    static byte[] run(Duration limit, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add("qemu-img");
        command.addAll(List.of(arguments));
        try {
            // Files instead of pipes: nothing has to be drained while the process is waited for.
            Path output = Files.createTempFile("qemu-img", ".out");
            Path complaint = Files.createTempFile("qemu-img", ".err");
            try {
                await(command, limit, output, complaint);
                return head(command, output);
            } finally {
                Files.deleteIfExists(output);
                Files.deleteIfExists(complaint);
            }
        } catch (IOException e) {
            throw new DiskException(
                    "cannot run " + command + ": " + e.getMessage() + "; is qemu-utils installed?",
                    e);
        }
    }

    private static void await(List<String> command, Duration limit, Path output, Path complaint)
            throws IOException {
        Process process =
                new ProcessBuilder(command)
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectOutput(output.toFile())
                        .redirectError(complaint.toFile())
                        .start();
        try {
            if (!process.waitFor(limit)) {
                throw failure(command, "was not done after " + limit.toMillis() + " ms");
            }
            if (process.exitValue() != 0) {
                throw failure(command, "failed: " + text(complaint));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DiskException(String.join(" ", command) + " was interrupted", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static byte[] head(List<String> command, Path output) throws IOException {
        if (Files.size(output) > MOST_OUTPUT) {
            throw failure(command, "answered with more than 64 MiB");
        }
        return Files.readAllBytes(output);
    }

    private static DiskException failure(List<String> command, String what) {
        return new DiskException(String.join(" ", command) + " " + what);
    }

    private static String text(Path complaint) throws IOException {
        byte[] bytes = Files.readAllBytes(complaint);
        int length = Math.min(bytes.length, MOST_COMPLAINT);
        return new String(bytes, 0, length, StandardCharsets.UTF_8).strip().replace("\n", "; ");
    }
}
