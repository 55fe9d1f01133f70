package org.tsurutus.screen.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.tsurutus.screen.Click;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.ScreenException;

/// Keeps pictures and clicks in a run's directory.
public final class ClickLog {
    private final Path screens;
    private final Path clicks;
    private int number;

    /// @param screens the directory for pictures, made if need be
    /// @param clicks the file of clicks, in the run's directory
    public ClickLog(Path screens, Path clicks) {
        this.screens = screens.toAbsolutePath();
        this.clicks = clicks.toAbsolutePath();
        try {
            Files.createDirectories(this.screens);
        } catch (IOException e) {
            throw new ScreenException("cannot make the directory " + screens + ": " + e, e);
        }
    }

    /// Begins a new number, one that no picture has yet, and keeps its first picture.
    ///
    /// @param part what the picture shows, for example `before`
    /// @return the picture's path, relative to the run's directory
    public String saveNext(String part, Frame frame) {
        do {
            number++;
        } while (Files.exists(file("before")) || Files.exists(file("left")));
        return save(part, frame);
    }

    /// Keeps another picture of the same number.
    ///
    /// @return the picture's path, relative to the run's directory
    public String save(String part, Frame frame) {
        Path file = file(part);
        frame.writePng(file);
        Path run = clicks.getParent();
        return run == null ? file.toString() : run.relativize(file).toString().replace('\\', '/');
    }

    private Path file(String part) {
        return screens.resolve("%04d-%s.png".formatted(number, part));
    }

    /// Writes a click's line and lets go of the file, so that it survives whatever comes next.
    public void append(Click click) {
        try {
            Files.writeString(
                    clicks,
                    Json.line(click) + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new ScreenException("cannot write a click to " + clicks + ": " + e, e);
        }
    }
}
