package org.tsurutus.screen.internal;

import java.util.ArrayList;
import java.util.List;
import org.tsurutus.screen.Frame;

/// Finds the thin strokes that edges of buttons are drawn with.
final class LineFinder {
    private static final int MAX_THICKNESS = 3;
    private static final int SAMPLE_EVERY = 3;
    private static final double THIN_SHARE = 0.8;

    /// A frame, or the frame turned so that columns are read as rows.
    @FunctionalInterface
    private interface Pixels {
        int at(int along, int across);
    }

    private final Pixels pixels;
    private final int length;
    private final int breadth;

    private LineFinder(Pixels pixels, int length, int breadth) {
        this.pixels = pixels;
        this.length = length;
        this.breadth = breadth;
    }

    /// The horizontal strokes of a frame, from the top down and then from the left.
    static List<Line> horizontal(Frame frame, int shortest, int longest) {
        return new LineFinder(frame::at, frame.width(), frame.height()).find(shortest, longest);
    }

    /// The vertical strokes of a frame, from the left and then from the top.
    static List<Line> vertical(Frame frame, int shortest, int longest) {
        return new LineFinder(
                        (along, across) -> frame.at(across, along), frame.height(), frame.width())
                .find(shortest, longest);
    }

    private List<Line> find(int shortest, int longest) {
        List<Line> lines = new ArrayList<>();
        for (int across = 0; across < breadth; across++) {
            int from = 0;
            while (from < length) {
                int to = endOfRun(from, across);
                Line line = new Line(across, from, to, pixels.at(from, across));
                if (line.length() >= shortest && line.length() <= longest && isThin(line)) {
                    lines.add(line);
                }
                from = to + 1;
            }
        }
        return lines;
    }

    private int endOfRun(int from, int across) {
        int colour = pixels.at(from, across);
        int to = from;
        while (to + 1 < length && Colour.same(pixels.at(to + 1, across), colour)) {
            to++;
        }
        return to;
    }

    /// Near its ends a stroke meets others and says nothing.
    private boolean isThin(Line line) {
        int samples = 0;
        int thin = 0;
        int last = line.to() - MAX_THICKNESS;
        for (int along = line.from() + MAX_THICKNESS; along <= last; along += SAMPLE_EVERY) {
            samples++;
            thin += thickness(along, line) <= MAX_THICKNESS ? 1 : 0;
        }
        return thin >= samples * THIN_SHARE;
    }

    private int thickness(int along, Line line) {
        return 1 + reach(along, line, -1) + reach(along, line, 1);
    }

    private int reach(int along, Line line, int step) {
        int across = line.at() + step;
        int reached = 0;
        while (reached < MAX_THICKNESS
                && across >= 0
                && across < breadth
                && Colour.same(pixels.at(along, across), line.colour())) {
            reached++;
            across += step;
        }
        return reached;
    }
}
