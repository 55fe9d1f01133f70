package org.tsurutus.screen.cast;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.tsurutus.screen.Frame;

/// Frames and when they were seen.
record Film(List<Shown> frames) {
    record Shown(long millis, Frame frame) {}

    Film {
        frames = List.copyOf(frames);
    }

    /// Screens on which something changes now and then, slowly enough that nothing is left out.
    static Film generated(SplittableRandom random, int length) {
        List<Shown> frames = new ArrayList<>();
        Frame frame = noise(random);
        long millis = random.nextInt(5_000);
        for (int index = 0; index < length; index++) {
            frames.add(new Shown(millis, frame));
            millis += 250 + random.nextInt(2_000);
            frame =
                    switch (random.nextInt(12)) {
                        case 0 -> noise(random);
                        case 1 -> frame.crop(frame.box());
                        case 2 -> frame;
                        default -> drawn(frame, random);
                    };
        }
        return new Film(frames);
    }

    /// The frames that differ from the one before.
    Film changes() {
        List<Shown> changes = new ArrayList<>();
        for (Shown shown : frames) {
            if (changes.isEmpty() || !changes.getLast().frame().equals(shown.frame())) {
                changes.add(shown);
            }
        }
        return new Film(changes);
    }

    Film first(int count) {
        return new Film(frames.subList(0, count));
    }

    void write(Path file) {
        try (Screencast screencast = new Screencast(file)) {
            frames.forEach(shown -> screencast.add(shown.frame(), shown.millis()));
        }
    }

    static Film read(Path file) {
        List<Shown> frames = new ArrayList<>();
        try (ScreencastReader reader = new ScreencastReader(file)) {
            for (Optional<Change> next = reader.next(); next.isPresent(); next = reader.next()) {
                frames.add(new Shown(next.get().millis(), reader.frame()));
            }
        }
        return new Film(frames);
    }

    /// A picture of one colour.
    static Frame plain(int width, int height, int colour) {
        return new Frame(
                width, height, IntStream.range(0, width * height).map(_ -> colour).toArray());
    }

    private static Frame noise(SplittableRandom random) {
        int width = 1 + random.nextInt(200);
        int height = 1 + random.nextInt(150);
        return new Frame(width, height, random.ints((long) width * height).toArray());
    }

    private static Frame drawn(Frame frame, SplittableRandom random) {
        int[] rgb = pixels(frame);
        for (int box = random.nextInt(4); box >= 0; box--) {
            int left = random.nextInt(frame.width());
            int top = random.nextInt(frame.height());
            int right = left + 1 + random.nextInt(frame.width() - left);
            int bottom = top + 1 + random.nextInt(Math.min(20, frame.height() - top));
            int colour = random.nextInt();
            for (int y = top; y < bottom; y++) {
                for (int x = left; x < right; x++) {
                    rgb[y * frame.width() + x] = colour;
                }
            }
        }
        return new Frame(frame.width(), frame.height(), rgb);
    }

    static int[] pixels(Frame frame) {
        int[] rgb = new int[frame.width() * frame.height()];
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < frame.width(); x++) {
                rgb[y * frame.width() + x] = frame.at(x, y);
            }
        }
        return rgb;
    }
}
