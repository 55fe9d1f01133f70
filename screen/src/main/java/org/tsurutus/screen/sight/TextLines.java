package org.tsurutus.screen.sight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.tsurutus.screen.Box;

/// Finds what looks like text: places where brightness changes often from left to right, but not
/// along long straight strokes.
final class TextLines {
    static final int CONTRAST = 26;

    /// Strokes this long and straight are edges of something, in pixels.
    private static final int STRAIGHT = 20;

    /// Pieces this high are as well, if they are so many times as high as wide.
    private static final int UPRIGHT = 17;

    private static final int THIN = 3;
    private static final int ICON = 18;

    private static final int GAP_IN_RUN = 3;
    private static final int LOWEST = 4;
    private static final int HIGHEST = 64;
    private static final int MOST_PARTS = 12_000;

    private final Picture picture;
    private final boolean[] ink;

    private TextLines(Picture picture) {
        this.picture = picture;
        ink = new boolean[picture.width * picture.height];
    }

    /// The lines of a picture from top to bottom.
    static List<TextLine> find(Picture picture) {
        TextLines lines = new TextLines(picture);
        lines.markInk();
        return lines.join(lines.parts());
    }

    private void markInk() {
        int[] straight = new int[picture.width];
        for (int y = 0; y <= picture.height; y++) {
            for (int x = 1; x < picture.width; x++) {
                boolean marked =
                        y < picture.height
                                && Math.abs(picture.grey(x, y) - picture.grey(x - 1, y))
                                        >= CONTRAST;
                if (marked) {
                    ink[y * picture.width + x] = true;
                    straight[x]++;
                } else {
                    if (straight[x] >= STRAIGHT) {
                        for (int row = y - straight[x]; row < y; row++) {
                            ink[row * picture.width + x] = false;
                        }
                    }
                    straight[x] = 0;
                }
            }
        }
    }

    /// Inked pieces, joined from runs of neighbouring rows.
    private List<Box> parts() {
        Parts parts = new Parts();
        int[] above = new int[0];
        for (int y = 0; y < picture.height; y++) {
            above = row(parts, above, y);
        }
        return parts.boxes();
    }

    /// Joins the runs of one row with those of the row above.
    ///
    /// @param above start, end and part of each run of the row above
    /// @return the same of this row
    private int[] row(Parts parts, int[] above, int y) {
        int[] runs = new int[48];
        int count = 0;
        int first = 0;
        int start = y * picture.width;
        for (int x = 1; x < picture.width; x++) {
            if (!ink[start + x]) {
                continue;
            }
            int from = x;
            int to = x;
            while (++x < picture.width && x - to <= GAP_IN_RUN) {
                to = ink[start + x] ? x : to;
            }
            while (first < above.length && above[first + 1] < from - 1) {
                first += 3;
            }
            int part = parts.add(from - 1, y, to);
            for (int each = first; each < above.length && above[each] <= to + 1; each += 3) {
                part = parts.join(part, above[each + 2]);
            }
            if (count + 3 > runs.length) {
                runs = Arrays.copyOf(runs, runs.length * 2);
            }
            runs[count++] = from;
            runs[count++] = to;
            runs[count++] = part;
        }
        return Arrays.copyOf(runs, count);
    }

    /// Boxes that grow together.
    private static final class Parts {
        private int count;
        private int[] parent = new int[4096];
        private int[] sides = new int[4096 * 4];

        int add(int left, int y, int right) {
            if (count == parent.length) {
                parent = Arrays.copyOf(parent, count * 2);
                sides = Arrays.copyOf(sides, count * 8);
            }
            parent[count] = count;
            sides[count * 4] = left;
            sides[count * 4 + 1] = y;
            sides[count * 4 + 2] = right;
            sides[count * 4 + 3] = y;
            return count++;
        }

        int join(int one, int other) {
            int first = root(one);
            int second = root(other);
            if (first == second) {
                return first;
            }
            parent[second] = first;
            int to = first * 4;
            int from = second * 4;
            sides[to] = Math.min(sides[to], sides[from]);
            sides[to + 1] = Math.min(sides[to + 1], sides[from + 1]);
            sides[to + 2] = Math.max(sides[to + 2], sides[from + 2]);
            sides[to + 3] = Math.max(sides[to + 3], sides[from + 3]);
            return first;
        }

        private int root(int part) {
            int root = part;
            while (parent[root] != root) {
                parent[root] = parent[parent[root]];
                root = parent[root];
            }
            return root;
        }

        List<Box> boxes() {
            List<Box> boxes = new ArrayList<>();
            for (int part = 0; part < count && boxes.size() < MOST_PARTS; part++) {
                if (parent[part] == part) {
                    int at = part * 4;
                    boxes.add(
                            new Box(
                                    sides[at],
                                    sides[at + 1],
                                    sides[at + 2] - sides[at] + 1,
                                    sides[at + 3] - sides[at + 1] + 1));
                }
            }
            return boxes;
        }
    }

    private List<TextLine> join(List<Box> parts) {
        List<Box> sorted = new ArrayList<>(parts);
        sorted.removeIf(part ->
                part.height() > HIGHEST
                        || (part.height() >= UPRIGHT && part.width() * THIN <= part.height())
                        || (part.height() < 3 && part.width() > 3 * part.height() + 6));
        sorted.sort(Comparator.comparingInt(Box::x));
        removeFrames(sorted);
        List<Line> open = new ArrayList<>();
        List<TextLine> lines = new ArrayList<>();
        for (Box part : sorted) {
            open.removeIf(line -> {
                boolean ended = line.reach() < part.x();
                if (ended) {
                    line.finish(lines);
                }
                return ended;
            });
            open.stream()
                    .filter(line -> line.takes(part) && !isDivided(line, part))
                    .findFirst()
                    .ifPresentOrElse(line -> line.add(part), () -> open.add(new Line(part)));
        }
        open.forEach(line -> line.finish(lines));
        lines.sort(
                Comparator.comparingInt((TextLine line) -> line.box().y())
                        .thenComparingInt(line -> line.box().x()));
        return lines;
    }

    /// Removes pieces that go around others: rounded edges of buttons.
    private static void removeFrames(List<Box> sorted) {
        List<Box> frames = new ArrayList<>();
        for (int index = 0; index < sorted.size(); index++) {
            Box frame = sorted.get(index);
            if (frame.width() < 36 || frame.height() < UPRIGHT) {
                continue;
            }
            for (int next = index + 1;
                    next < sorted.size() && sorted.get(next).x() < frame.right();
                    next++) {
                Box part = sorted.get(next);
                if (frame.contains(part)
                        && part.x() > frame.x() + 4
                        && part.right() < frame.right() - 4
                        && part.height() >= 5
                        && part.height() * 4 <= frame.height() * 3
                        && part.y() > frame.y() + 2
                        && part.bottom() < frame.bottom() - 2) {
                    frames.add(frame);
                    break;
                }
            }
        }
        sorted.removeAll(frames);
    }

    /// Whether an edge stands between a line and what comes next, as between two buttons.
    private boolean isDivided(Line line, Box part) {
        if (part.x() - line.right < 4) {
            return false;
        }
        int top = Math.min(line.top, part.y());
        int bottom = Math.max(line.bottom, part.bottom());
        for (int x = line.right + 1; x < part.x(); x++) {
            if (picture.edgeLeftOf(x, top, bottom)) {
                return true;
            }
        }
        return false;
    }

    private static final class Line {
        private final List<Box> parts = new ArrayList<>();
        private int top;
        private int right;
        private int bottom;

        private Line(Box part) {
            top = part.y();
            bottom = part.bottom();
            add(part);
        }

        /// The last column where something may begin that still belongs to the line.
        int reach() {
            return right + Math.max(6, (bottom - top) * 9 / 10);
        }

        boolean takes(Box part) {
            int shared = Math.min(bottom, part.bottom()) - Math.max(top, part.y());
            int lower = Math.min(bottom - top, part.height());
            int higher = Math.max(bottom - top, part.height());
            boolean stroke =
                    part.y() >= top - 1
                            && part.bottom() <= bottom + 1
                            && part.height() <= Math.max(4, (bottom - top) / 3);
            return !isIconBefore(part)
                    && shared * 2 >= lower
                    && (stroke || higher * 10 <= lower * 18 + 40);
        }

        /// Whether all there is so far is a picture, much higher than the letters that follow.
        private boolean isIconBefore(Box part) {
            Box first = parts.getFirst();
            return parts.size() == 1
                    && first.height() >= ICON
                    && first.width() * 10 >= first.height() * 6
                    && first.width() * 10 <= first.height() * 16
                    && part.height() * 10 <= first.height() * 7;
        }

        void add(Box part) {
            parts.add(part);
            top = Math.min(top, part.y());
            bottom = Math.max(bottom, part.bottom());
            right = Math.max(right, part.right());
        }

        void finish(List<TextLine> lines) {
            for (List<Box> row : rows()) {
                Box box = row.stream().reduce(Box::with).orElseThrow();
                if (box.height() >= LOWEST && box.height() <= HIGHEST && box.width() >= LOWEST) {
                    lines.add(new TextLine(box, row));
                }
            }
        }

        /// The line, or the lines that a picture as high as several of them has joined.
        private List<List<Box>> rows() {
            int letter = letterHeight();
            if (bottom - top <= letter * 17 / 10 || parts.size() < 3) {
                return List.of(List.copyOf(parts));
            }
            List<List<Box>> rows = new ArrayList<>();
            parts.stream()
                    .filter(part -> part.height() * 2 > letter * 3)
                    .forEach(picture -> rows.add(List.of(picture)));
            List<Box> letters = new ArrayList<>(parts);
            letters.removeIf(part -> part.height() * 2 > letter * 3);
            letters.sort(Comparator.comparingInt(part -> part.y() * 2 + part.height()));
            List<Box> row = new ArrayList<>();
            int end = Integer.MAX_VALUE;
            for (Box part : letters) {
                if (part.y() + part.height() / 2 > end) {
                    rows.add(row);
                    row = new ArrayList<>();
                    end = Integer.MAX_VALUE;
                }
                end = end == Integer.MAX_VALUE ? part.bottom() : Math.max(end, part.bottom());
                row.add(part);
            }
            rows.add(row);
            rows.removeIf(List::isEmpty);
            return rows.stream()
                    .map(each -> each.stream().sorted(Comparator.comparingInt(Box::x)).toList())
                    .toList();
        }

        /// How high most pieces are.
        private int letterHeight() {
            int[] heights =
                    parts.stream()
                            .mapToInt(Box::height)
                            .filter(height -> height > LOWEST)
                            .sorted()
                            .toArray();
            return heights.length == 0 ? bottom - top : heights[heights.length / 2];
        }
    }
}
