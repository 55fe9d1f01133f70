package org.tsurutus.screen.cast;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.ScreenException;
import org.tsurutus.screen.cast.CastFormat.Header;
import org.tsurutus.screen.internal.Json;

/// Films a screen into one file, which can be read up to its last whole line whatever happens.
///
/// Only what changed is kept; every hundredth change, the first one and a change of size are whole
/// frames. What would exceed the [Limits] is left out and counted. It belongs to one thread.
public final class Screencast implements AutoCloseable {
    /// The file's name in a run's `screens/`.
    public static final String FILE_NAME = "screencast.jsonl";

    private static final int CHANGES_BETWEEN_WHOLE_FRAMES = 100;
    private static final int ROOM_FOR_THE_END = 128;

    private final Path file;
    private final Limits limits;
    private final OutputStream output;
    private Optional<Frame> newest = Optional.empty();
    private Optional<Kept> kept = Optional.empty();
    private Optional<Waiting> waiting = Optional.empty();
    private long changes;
    private long bytes;
    private long now;
    private long leftOut;
    private boolean full;
    private boolean ended;

    /// The frame that the file ends with.
    private record Kept(Frame frame, long millis) {}

    /// A frame that came too early after the one before, and is kept if it stays.
    private record Waiting(Frame frame, long millis) {}

    /// Begins a file, with [Limits#STANDARD].
    ///
    /// @throws ScreenException when the file exists or cannot be written
    public Screencast(Path file) {
        this(file, Limits.STANDARD);
    }

    /// Begins a file.
    ///
    /// @throws ScreenException when the file exists or cannot be written
    public Screencast(Path file, Limits limits) {
        this.file = file;
        this.limits = limits;
        try {
            // not buffered: what was added survives the end of this process
            output = Files.newOutputStream(file, CREATE_NEW, WRITE);
        } catch (IOException e) {
            throw new ScreenException("cannot begin the screencast " + file + ": " + e, e);
        }
    }

    /// Keeps a frame, unless it equals the one before. The very frame of before costs nothing.
    ///
    /// @param millis when the frame was seen, in milliseconds on a clock that never goes back
    /// @throws ScreenException when the file cannot be written, or time goes back
    public void add(Frame frame, long millis) {
        if (millis < now) {
            throw new ScreenException(
                    "a frame of %d ms came after one of %d ms; a screencast is added to in order"
                            .formatted(millis, now));
        }
        now = millis;
        if (waiting.isPresent() && millis - waiting.get().millis() >= gap()) {
            keepWaiting();
        }
        if (newest.isPresent() && newest.get().equals(frame)) {
            return;
        }
        newest = Optional.of(frame);
        leftOut += waiting.isPresent() ? 1 : 0;
        waiting = Optional.empty();
        if (kept.isPresent() && kept.get().frame().equals(frame)) {
            return;
        }
        if (kept.isPresent() && millis - kept.get().millis() < gap()) {
            waiting = Optional.of(new Waiting(frame, millis));
        } else {
            keep(frame, millis);
        }
    }

    /// Keeps the last frame and says what was left out. A second call does nothing.
    ///
    /// @throws ScreenException when the file cannot be written
    @Override
    public void close() {
        try (output) {
            if (ended) {
                return;
            }
            keepWaiting();
            if (bytes == 0) {
                write(line(header(0, 0)));
            }
            write(line(new End(now, leftOut, full)));
            ended = true;
        } catch (IOException e) {
            throw new ScreenException("cannot close the screencast " + file + ": " + e, e);
        }
    }

    private long gap() {
        return limits.millisBetweenFrames();
    }

    private void keepWaiting() {
        Optional<Waiting> last = waiting;
        waiting = Optional.empty();
        last.ifPresent(each -> keep(each.frame(), each.millis()));
    }

    private void keep(Frame frame, long millis) {
        if (full) {
            leftOut++;
            return;
        }
        byte[] line = line(change(frame, millis));
        byte[] header =
                kept.isPresent() ? new byte[0] : line(header(frame.width(), frame.height()));
        full = bytes + header.length + line.length + ROOM_FOR_THE_END > limits.bytes();
        if (full || line.length > CastFormat.LONGEST_LINE) {
            leftOut++;
            return;
        }
        write(header);
        write(line);
        changes++;
        kept = Optional.of(new Kept(frame, millis));
    }

    private Change change(Frame frame, long millis) {
        boolean isDue = changes % CHANGES_BETWEEN_WHOLE_FRAMES == 0;
        return kept.map(Kept::frame)
                .filter(last -> !isDue && last.box().equals(frame.box()))
                .map(last -> Change.between(millis, last, frame))
                .orElseGet(() -> Change.whole(millis, frame));
    }

    private static Header header(int width, int height) {
        return new Header(CastFormat.NAME, CastFormat.VERSION, width, height);
    }

    private static byte[] line(Record record) {
        return (Json.line(record) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /// After a failure nothing more is written, because it would stand behind half a line.
    private void write(byte[] line) {
        if (ended) {
            throw new ScreenException(
                    "the screencast " + file + " has ended; nothing can be added");
        }
        try {
            output.write(line);
            bytes += line.length;
        } catch (IOException e) {
            ended = true;
            throw new ScreenException("cannot write the screencast " + file + ": " + e, e);
        }
    }
}
