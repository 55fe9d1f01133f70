package org.tsurutus.bench.toolkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.tsurutus.bench.BenchException;
import org.tsurutus.screen.Frame;

/// A screen of its own in memory, with a window manager that draws title bars.
final class VirtualScreen implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);
    private static final int LOOKS = 40;
    private static final int EQUAL_LOOKS = 3;

    private final Path folder;
    private final Process server;
    private final String display;
    private final Process manager;

    /// Starts Xvfb and openbox.
    ///
    /// @param titleBars a theme of openbox
    /// @param folder an empty folder for the screen's memory
    VirtualScreen(int width, int height, String titleBars, Path folder) {
        this.folder = folder;
        String size = width + "x" + height + "x24";
        this.server =
                run(
                        new ProcessBuilder(
                                "Xvfb",
                                "-displayfd",
                                "1",
                                "-screen",
                                "0",
                                size,
                                "-nocursor",
                                "-nolisten",
                                "tcp",
                                "-fbdir",
                                folder.toString()));
        this.display = ":" + number(server);
        this.manager =
                start(
                        new ProcessBuilder(
                                "openbox", "--config-file", configuration(titleBars).toString()));
    }

    private static String number(Process server) {
        try {
            BufferedReader reader = server.inputReader(StandardCharsets.UTF_8);
            String line = reader.readLine();
            if (line == null) {
                throw new BenchException("Xvfb has ended at its start; install the package xvfb");
            }
            return line.strip();
        } catch (IOException e) {
            throw new BenchException("Xvfb does not name its display: " + e, e);
        }
    }

    private Path configuration(String titleBars) {
        try {
            return Files.writeString(
                    folder.resolve("rc.xml"),
                    """
                    <openbox_config xmlns="http://openbox.org/3.4/rc">
                      <theme><name>%s</name><titleLayout>NLIMC</titleLayout></theme>
                    </openbox_config>
                    """
                            .formatted(titleBars));
        } catch (IOException e) {
            throw new BenchException("cannot write the settings of openbox: " + e, e);
        }
    }

    /// Starts a program that shows its windows here. It is up to the caller to end it.
    Process start(ProcessBuilder builder) {
        builder.environment().put("DISPLAY", display);
        builder.environment().remove("WAYLAND_DISPLAY");
        return run(builder);
    }

    private static Process run(ProcessBuilder builder) {
        boolean quiet = builder.redirectError().equals(ProcessBuilder.Redirect.PIPE);
        try {
            return (quiet ? builder.redirectError(ProcessBuilder.Redirect.DISCARD) : builder)
                    .start();
        } catch (IOException e) {
            throw new BenchException(
                    "cannot start " + builder.command().getFirst() + "; install its package: " + e,
                    e);
        }
    }

    /// What is shown once it has stood still for a moment.
    ///
    /// @throws BenchException when it never stands still
    Frame still() {
        Frame last = frame();
        int equal = 0;
        for (int look = 0; look < LOOKS; look++) {
            pause();
            Frame next = frame();
            equal = next.differing(last) == 0 ? equal + 1 : 0;
            if (equal == EQUAL_LOOKS) {
                return next;
            }
            last = next;
        }
        throw new BenchException("the screen does not stand still; something on it blinks");
    }

    private Frame frame() {
        try {
            return XwdPicture.parse(Files.readAllBytes(folder.resolve("Xvfb_screen0")));
        } catch (IOException e) {
            throw new BenchException("cannot read Xvfb's screen in " + folder + ": " + e, e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted while waiting for the screen", e);
        }
    }

    @Override
    public void close() {
        manager.destroy();
        server.destroy();
        try {
            server.waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
