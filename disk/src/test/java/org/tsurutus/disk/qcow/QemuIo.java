package org.tsurutus.disk.qcow;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes to images as a machine would.
public final class QemuIo {
    private QemuIo() {}

    public static void commands(Path image, String format, String... commands) throws Exception {
        List<String> command = new ArrayList<>(List.of("qemu-io", "-f", format));
        for (String each : commands) {
            command.add("-c");
            command.add(each);
        }
        command.add(image.toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || output.contains("failed") || output.contains("rror")) {
            throw new AssertionError(command + " failed: " + output);
        }
    }
}
