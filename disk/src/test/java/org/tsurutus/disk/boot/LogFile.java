package org.tsurutus.disk.boot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a process or a PC's serial line says, while it says it.
public final class LogFile {
    private final Path file;
    private final Process process;

    public LogFile(Path file, Process process) {
        this.file = file;
        this.process = process;
    }

    /// All so far, without what moves a terminal's cursor.
    public String text() throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                .replaceAll("\u001b\\[[0-9;?]*[A-Za-z]", "")
                .replace("\r", "");
    }

    /// Whether something was said so far.
    public boolean says(String sign) throws IOException {
        return Files.exists(file) && text().contains(sign);
    }

    /// Waits until something was said, also by a process that has ended by then.
    public void await(String sign, int seconds) throws IOException, InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (!says(sign)) {
            boolean over = !process.isAlive() && !says(sign);
            if (over || System.nanoTime() > end) {
                throw new AssertionError(
                        "\""
                                + sign
                                + "\" was not said"
                                + (over ? " before the end" : "")
                                + ":\n"
                                + text());
            }
            Thread.sleep(50);
        }
    }
}
