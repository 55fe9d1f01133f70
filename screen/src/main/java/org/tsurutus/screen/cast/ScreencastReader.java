package org.tsurutus.screen.cast;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.ScreenException;
import org.tsurutus.screen.cast.CastFormat.Header;

/// Shows a screencast again, frame by frame, exactly as it was filmed. The file may come from a
/// stranger: lines, changes and pixels are bounded, and everything is checked before it is used.
///
/// A file that was cut anywhere is read up to its last whole line, and has no [#end()]. It belongs
/// to one thread.
public final class ScreencastReader implements AutoCloseable {
    private static final long MOST_LINES = 1_000_000;
    private static final long MOST_PIXELS = 1L << 33;

    private final Path file;
    private final InputStream input;
    private final BoundedLines lines;
    private final Canvas canvas = new Canvas();
    private Optional<Header> header = Optional.empty();
    private Optional<End> end = Optional.empty();
    private Optional<ScreenException> failure = Optional.empty();
    private long line;
    private long now;
    private long pixels;

    /// Opens a file.
    ///
    /// @throws ScreenException when it cannot be opened
    public ScreencastReader(Path file) {
        this.file = file;
        try {
            input = Files.newInputStream(file);
        } catch (IOException e) {
            throw new ScreenException("cannot open the screencast " + file + ": " + e, e);
        }
        lines = new BoundedLines(input, CastFormat.LONGEST_LINE);
    }

    /// Goes on to the next change; empty after the last one.
    ///
    /// @throws ScreenException when the file holds something else; its message says in which line
    ///   and what. Then [#frame()] is as before, and there is no going on.
    public Optional<Change> next() {
        failure.ifPresent(before -> {
            throw before;
        });
        try {
            return readChange();
        } catch (ScreenException | IOException e) {
            ScreenException told =
                    new ScreenException(
                            "cannot read the screencast %s from line %d on: %s"
                                    .formatted(file, line, e.getMessage()),
                            e);
            failure = Optional.of(told);
            throw told;
        }
    }

    /// The frame after the last change that was read.
    ///
    /// @throws ScreenException before the first one
    public Frame frame() {
        if (canvas.isEmpty()) {
            throw new ScreenException("no frame of " + file + " was read yet; go on to one first");
        }
        return canvas.frame();
    }

    /// What the file says last, once everything was read; empty where it was cut.
    public Optional<End> end() {
        return end;
    }

    @Override
    public void close() {
        try {
            input.close();
        } catch (IOException e) {
            throw new ScreenException("cannot close the screencast " + file + ": " + e, e);
        }
    }

    private Optional<Change> readChange() throws IOException {
        if (header.isEmpty()) {
            header = nextLine().map(CastLine::header);
        }
        Optional<CastLine> next = nextLine();
        if (end.isEmpty() && next.filter(CastLine::isEnd).isPresent()) {
            end = next.map(CastLine::end);
            next = nextLine();
        }
        if (end.isPresent() && next.isPresent()) {
            throw new ScreenException("it stands behind the end");
        }
        Optional<Change> change = next.map(CastLine::change);
        change.ifPresent(this::show);
        return change;
    }

    private Optional<CastLine> nextLine() throws IOException {
        line++;
        if (line > MOST_LINES || pixels > MOST_PIXELS) {
            throw new ScreenException(
                    "there is too much of it; at most %d lines and %d pixels are read"
                            .formatted(MOST_LINES, MOST_PIXELS));
        }
        return lines.next().map(CastLine::of);
    }

    private void show(Change change) {
        if (change.millis() < now) {
            throw new ScreenException(
                    "time goes back from %d to %d ms".formatted(now, change.millis()));
        }
        if (canvas.isEmpty()) {
            checkFirst(change);
        }
        pixels += canvas.paint(change);
        now = change.millis();
    }

    private void checkFirst(Change change) {
        Header said = header.orElseThrow();
        if (said.width() != change.width() || said.height() != change.height()) {
            throw new ScreenException("the first frame is not as large as the header says");
        }
    }
}
