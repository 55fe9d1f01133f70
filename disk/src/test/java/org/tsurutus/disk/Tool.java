package org.tsurutus.disk;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// Calls of programs that tests judge by or build disks with.
public final class Tool {
    private Tool() {}

    /// Runs a program without a shell.
    ///
    /// @param input what it reads
    /// @return what it said, errors included
    public static String run(String input, String... words) throws Exception {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(List.of(words) + " failed: " + said);
        }
        return said;
    }
}
