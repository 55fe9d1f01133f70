package org.tsurutus.screen.sight;

import java.util.Arrays;
import java.util.Optional;
import org.tsurutus.screen.Box;

/// The square or circle before a line of text that can be ticked.
///
/// @param box its outermost edge
/// @param round whether it is a circle
/// @param checked whether something is drawn in it
record Mark(Box box, boolean round, boolean checked) {
    private static final int DISTINCT = 14;
    private static final int DRAWN = 48;

    /// Looks for a mark at the beginning of a line or before it.
    static Optional<Mark> before(Picture picture, TextLine line) {
        int text = line.box().height();
        int left = Math.max(0, line.box().x() - 3 * text - 12);
        int top = Math.max(0, line.box().y() - text - 6);
        int right = Math.min(picture.width, line.box().x() + 5 * text / 2 + 4);
        int bottom = Math.min(picture.height, line.box().bottom() + text + 6);
        if (right - left < 12 || bottom - top < 12) {
            return Optional.empty();
        }
        return new Search(picture, new Box(left, top, right - left, bottom - top), line).find();
    }

    private static final class Search {
        private final Picture picture;
        private final Box region;
        private final TextLine line;
        private final int paper;
        private final boolean[] outside;

        private Search(Picture picture, Box region, TextLine line) {
            this.picture = picture;
            this.region = region;
            this.line = line;
            paper = commonest();
            outside = new boolean[region.width() * region.height()];
        }

        private int commonest() {
            int[] counts = new int[256];
            for (int y = region.y(); y < region.bottom(); y++) {
                for (int x = region.x(); x < region.right(); x++) {
                    counts[picture.grey(x, y)]++;
                }
            }
            int best = 0;
            for (int grey = 1; grey < 256; grey++) {
                best = counts[grey] > counts[best] ? grey : best;
            }
            return best;
        }

        Optional<Mark> find() {
            flood();
            int[] seen = new int[outside.length];
            int number = 0;
            Optional<Mark> nearest = Optional.empty();
            for (int start = 0; start < outside.length; start++) {
                if (!outside[start] && seen[start] == 0) {
                    number++;
                    Box piece = piece(start, seen, number);
                    if (isMark(piece) && isAlone(piece, seen, number) && isPlain(piece)) {
                        Mark mark = mark(piece);
                        if (nearest.isEmpty() || piece.x() < nearest.get().box.x()) {
                            nearest = Optional.of(mark);
                        }
                    }
                }
            }
            return nearest;
        }

        private boolean isPaper(int index) {
            int x = region.x() + index % region.width();
            int y = region.y() + index / region.width();
            return Math.abs(picture.grey(x, y) - paper) <= DISTINCT && picture.saturation(x, y) - paperTint() <= 40;
        }

        private int paperTint() {
            return 0;
        }

        /// What can be reached from the region's edge over bare paper is outside of all pieces.
        private void flood() {
            int[] open = new int[outside.length * 4 + 4];
            int count = 0;
            int width = region.width();
            int height = region.height();
            for (int x = 0; x < width; x++) {
                open[count++] = x;
                open[count++] = (height - 1) * width + x;
            }
            for (int y = 0; y < height; y++) {
                open[count++] = y * width;
                open[count++] = y * width + width - 1;
            }
            while (count > 0) {
                int index = open[--count];
                if (outside[index] || !isPaper(index)) {
                    continue;
                }
                outside[index] = true;
                int x = index % width;
                if (x > 0 && !outside[index - 1]) {
                    open[count++] = index - 1;
                }
                if (x < width - 1 && !outside[index + 1]) {
                    open[count++] = index + 1;
                }
                if (index >= width && !outside[index - width]) {
                    open[count++] = index - width;
                }
                if (index < outside.length - width && !outside[index + width]) {
                    open[count++] = index + width;
                }
            }
        }

        private Box piece(int start, int[] seen, int number) {
            int width = region.width();
            int[] open = new int[outside.length];
            int count = 0;
            open[count++] = start;
            seen[start] = number;
            int left = start % width;
            int right = left;
            int top = start / width;
            int bottom = top;
            while (count > 0) {
                int index = open[--count];
                int x = index % width;
                int y = index / width;
                left = Math.min(left, x);
                right = Math.max(right, x);
                top = Math.min(top, y);
                bottom = Math.max(bottom, y);
                for (int row = Math.max(0, y - 1); row <= Math.min(region.height() - 1, y + 1); row++) {
                    for (int column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
                        int next = row * width + column;
                        if (!outside[next] && seen[next] == 0) {
                            seen[next] = number;
                            open[count++] = next;
                        }
                    }
                }
            }
            return new Box(
                    region.x() + left, region.y() + top, right - left + 1, bottom - top + 1);
        }

        private boolean isMark(Box piece) {
            int size = Math.max(piece.width(), piece.height());
            int other = Math.min(piece.width(), piece.height());
            int text = line.box().height();
            boolean square = size - other <= Math.max(1, size / 8);
            boolean sized = size >= 10 && size * 20 >= text * 19 && size <= text * 17 / 10 + 3;
            int middle = piece.y() * 2 + piece.height();
            int textMiddle = line.box().y() * 2 + line.box().height();
            return square
                    && sized
                    && Math.abs(middle - textMiddle) <= Math.max(8, text)
                    && piece.x() > region.x()
                    && piece.y() > region.y()
                    && piece.right() < region.right()
                    && piece.bottom() < region.bottom();
        }

        /// Whether the text comes after a gap, and nothing stands close before.
        private boolean isAlone(Box piece, int[] seen, int number) {
            int gap = Math.max(2, piece.width() / 5);
            return isFree(piece.right(), piece.right() + gap, piece, seen, number)
                    && isFree(piece.x() - gap, piece.x(), piece, seen, number)
                    && line.box().right() > piece.right() + gap;
        }

        private boolean isFree(int from, int to, Box piece, int[] seen, int number) {
            for (int x = Math.max(region.x(), from); x < Math.min(region.right(), to); x++) {
                for (int y = piece.y(); y < piece.bottom(); y++) {
                    int index = (y - region.y()) * region.width() + x - region.x();
                    if (!outside[index] && seen[index] != number) {
                        return false;
                    }
                }
            }
            return true;
        }

        /// Marks are of two colours inside at most, icons of many.
        private boolean isPlain(Box piece) {
            int inset = Math.max(2, piece.width() / 5);
            int[] counts = new int[16];
            int count = 0;
            for (int y = piece.y() + inset; y < piece.bottom() - inset; y++) {
                for (int x = piece.x() + inset; x < piece.right() - inset; x++) {
                    counts[picture.grey(x, y) / 16]++;
                    count++;
                }
            }
            int most = 0;
            for (int bin = 0; bin + 1 < counts.length; bin++) {
                most = Math.max(most, counts[bin] + counts[bin + 1]);
            }
            return most * 5 >= count * 2;
        }

        private boolean isOutside(int x, int y) {
            return outside[(y - region.y()) * region.width() + x - region.x()];
        }

        private Mark mark(Box piece) {
            int inset = Math.max(1, Math.round(piece.width() * 0.09f));
            int corners = 0;
            int left = piece.x() + inset - 1;
            int right = piece.right() - inset;
            int top = piece.y() + inset - 1;
            int bottom = piece.bottom() - inset;
            corners += isOutside(left, top) ? 1 : 0;
            corners += isOutside(right, top) ? 1 : 0;
            corners += isOutside(left, bottom) ? 1 : 0;
            corners += isOutside(right, bottom) ? 1 : 0;
            boolean round = corners >= 3;
            return new Mark(piece, round, isDrawnIn(piece, round));
        }

        private boolean isDrawnIn(Box piece, boolean round) {
            if (round) {
                return hasDot(piece);
            }
            int inset = Math.max(3, piece.width() * 24 / 100);
            int[] greys = new int[piece.width() * piece.height()];
            int count = 0;
            for (int y = piece.y() + inset; y < piece.bottom() - inset; y++) {
                for (int x = piece.x() + inset; x < piece.right() - inset; x++) {
                    greys[count++] = picture.grey(x, y);
                }
            }
            if (count == 0) {
                return false;
            }
            int[] sorted = Arrays.copyOf(greys, count);
            Arrays.sort(sorted);
            int ground = sorted[count / 2];
            long drawn = Arrays.stream(sorted).filter(grey -> Math.abs(grey - ground) > DRAWN).count();
            return drawn * 12 >= count;
        }

        /// Whether the middle of a circle differs from what lies around the middle.
        private boolean hasDot(Box piece) {
            int x = piece.x() + piece.width() / 2;
            int y = piece.y() + piece.height() / 2;
            int middle = picture.grey(x, y);
            int apart = Math.max(3, Math.round(piece.width() * 0.25f));
            int around =
                    (picture.grey(piece.x() + apart, y)
                                    + picture.grey(piece.right() - 1 - apart, y)
                                    + picture.grey(x, piece.y() + apart)
                                    + picture.grey(x, piece.bottom() - 1 - apart))
                            / 4;
            return Math.abs(middle - around) > DRAWN;
        }
    }
}
