package org.tsurutus.bench.click.watch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.tsurutus.bench.BenchException;
import org.tsurutus.bench.click.Picture;
import org.tsurutus.bench.click.Truth;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.cast.Change;
import org.tsurutus.screen.cast.ScreencastReader;

/// What a screen shows, two frames a second; after the last it begins again.
public final class Recording {
    /// Milliseconds between two frames.
    public static final int TICK = 500;

    private static final int WIDTH = 1024;
    private static final int HEIGHT = 768;

    /// Ticks between two dialogs on a drawn screen.
    private static final int QUIET = 36;

    private static final int SHOWN = 12;
    private static final int CLOCK = 0x202020;
    private static final int CARET = 0xF0F0F0;

    private final List<Moment> moments;
    private final int late;

    /// What a screen shows at a tick. Whole frames of all ticks would not fit into memory.
    ///
    /// @param shown the dialog or the desktop
    /// @param drawn the tick whose clock and caret are on it; empty if none are
    private record Moment(Frame shown, OptionalInt drawn) {
        Frame frame() {
            return drawn.isPresent() ? atWork(shown, drawn.getAsInt()) : shown;
        }
    }

    private Recording(List<Moment> moments, int late) {
        this.moments = moments;
        this.late = late;
    }

    /// The frame at a tick.
    public Frame at(int tick) {
        return moments.get((tick + late) % moments.size()).frame();
    }

    /// A screencast of a run.
    ///
    /// @param late ticks that it is ahead, so that not all screens show the same
    /// @throws BenchException when it holds no frame
    public static Recording of(Path screencast, int late) {
        List<Frame> frames = new ArrayList<>();
        try (ScreencastReader reader = new ScreencastReader(screencast)) {
            long time = 0;
            Optional<Change> change = reader.next();
            while (change.isPresent()) {
                for (; !frames.isEmpty() && time < change.get().millis(); time += TICK) {
                    frames.add(frames.getLast());
                }
                Frame frame = reader.frame();
                if (frames.isEmpty()) {
                    frames.add(frame);
                } else {
                    frames.set(frames.size() - 1, frame);
                }
                change = reader.next();
            }
        }
        if (frames.isEmpty()) {
            throw new BenchException(screencast + " holds no frame; name the screencast of a run");
        }
        return new Recording(
                frames.stream().map(frame -> new Moment(frame, OptionalInt.empty())).toList(),
                late * 7);
    }

    /// A screen at work: a clock that moves on each second, a caret that blinks, and a dialog every
    /// now and then.
    public static Recording drawn(List<Picture> pictures, long seed, int seconds) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Picture> quiet = pictures.stream().filter(each -> fits(each, false)).toList();
        List<Picture> dialogs = pictures.stream().filter(each -> fits(each, true)).toList();
        if (quiet.isEmpty() || dialogs.isEmpty()) {
            throw new BenchException(
                    "too few frames of 1024 x 768 among those drawn; take a greater --count");
        }
        Frame desktop = Frame.readPng(quiet.get(random.nextInt(quiet.size())).png());
        List<Moment> moments = new ArrayList<>();
        Frame shown = desktop;
        int next = random.nextInt(4, QUIET);
        for (int tick = 0; tick < 2 * seconds; tick++) {
            if (tick == next) {
                shown = Frame.readPng(dialogs.get(random.nextInt(dialogs.size())).png());
            } else if (tick == next + SHOWN) {
                shown = desktop;
                next = tick + random.nextInt(4, QUIET);
            }
            // every other frame is like the one before, as a caret blinks once a second
            moments.add(
                    tick % 2 == 0 || tick == next
                            ? new Moment(shown, OptionalInt.of(tick))
                            : moments.getLast());
        }
        return new Recording(moments, 0);
    }

    private static boolean fits(Picture picture, boolean dialog) {
        Truth truth = picture.truth();
        return truth.width() == WIDTH
                && truth.height() == HEIGHT
                && truth.distractor() != dialog
                && (!dialog || !truth.intended().isEmpty());
    }

    private static Frame atWork(Frame frame, int tick) {
        int[] rgb = frame.pixels();
        fill(
                rgb,
                frame,
                new Box(frame.width() - 60 + tick % 7 * 5, frame.height() - 20, 6, 10),
                CLOCK);
        if (tick % 4 == 0) {
            fill(rgb, frame, new Box(40, 60, 2, 14), CARET);
        }
        return new Frame(frame.width(), frame.height(), rgb);
    }

    private static void fill(int[] rgb, Frame frame, Box box, int colour) {
        for (int y = box.y(); y < box.bottom(); y++) {
            for (int x = box.x(); x < box.right(); x++) {
                rgb[y * frame.width() + x] = colour;
            }
        }
    }
}
