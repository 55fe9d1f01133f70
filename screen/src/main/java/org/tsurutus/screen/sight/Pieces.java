package org.tsurutus.screen.sight;

import java.util.ArrayList;
import java.util.List;
import org.tsurutus.screen.Box;

/// The connected things that stand on bare paper in a part of a picture. What they go around
/// belongs to them.
final class Pieces {
    private static final int OUTSIDE = -1;

    private final Box region;
    private final Ground ground;
    private final int[] numbers;
    private final int[] open;
    private final List<Piece> all = new ArrayList<>();

    /// One of them.
    ///
    /// @param number what [#at] says where it is
    /// @param size its pixels
    record Piece(int number, Box box, int size) {}

    private Pieces(Ground ground) {
        this.ground = ground;
        region = ground.region();
        numbers = new int[region.width() * region.height()];
        open = new int[numbers.length];
    }

    /// Finds the pieces of a part of a picture.
    ///
    /// @param tolerance what stands out less is bare paper, 0 to 255
    static Pieces on(Ground ground, int tolerance) {
        Pieces pieces = new Pieces(ground);
        pieces.flood(tolerance);
        for (int start = 0; start < pieces.numbers.length; start++) {
            if (pieces.numbers[start] == 0) {
                pieces.all.add(pieces.piece(start, pieces.all.size() + 1));
            }
        }
        return pieces;
    }

    List<Piece> all() {
        return all;
    }

    Ground ground() {
        return ground;
    }

    Box region() {
        return region;
    }

    /// Whether bare paper leads from a pixel to the region's edge.
    boolean isOutside(int x, int y) {
        return number(x, y) == OUTSIDE;
    }

    /// Whether a pixel belongs to a piece.
    boolean isOf(Piece piece, int x, int y) {
        return number(x, y) == piece.number;
    }

    /// How many pixels the piece has that is at a pixel, 0 for bare paper.
    int sizeAt(int x, int y) {
        return isOutside(x, y) ? 0 : all.get(number(x, y) - 1).size;
    }

    private int number(int x, int y) {
        return numbers[(y - region.y()) * region.width() + x - region.x()];
    }

    /// Marks what can be reached from the region's edge over bare paper.
    private void flood(int tolerance) {
        int width = region.width();
        int count = 0;
        for (int index = 0; index < numbers.length; index++) {
            int x = index % width;
            boolean edge =
                    x == 0 || x == width - 1 || index < width || index >= numbers.length - width;
            count = edge ? reach(index, tolerance, count) : count;
        }
        while (count > 0) {
            int index = open[--count];
            int x = index % width;
            count = x > 0 ? reach(index - 1, tolerance, count) : count;
            count = x < width - 1 ? reach(index + 1, tolerance, count) : count;
            count = index >= width ? reach(index - width, tolerance, count) : count;
            count = index < numbers.length - width ? reach(index + width, tolerance, count) : count;
        }
    }

    private int reach(int index, int tolerance, int count) {
        if (ground.contrast(index) > tolerance || numbers[index] == OUTSIDE) {
            return count;
        }
        numbers[index] = OUTSIDE;
        open[count] = index;
        return count + 1;
    }

    private Piece piece(int start, int number) {
        int width = region.width();
        int left = start % width;
        int right = left;
        int top = start / width;
        int bottom = top;
        int size = 0;
        int count = 1;
        open[0] = start;
        numbers[start] = number;
        while (count > 0) {
            int index = open[--count];
            int x = index % width;
            int y = index / width;
            size++;
            left = Math.min(left, x);
            right = Math.max(right, x);
            bottom = Math.max(bottom, y);
            for (int row = Math.max(0, y - 1); row <= Math.min(region.height() - 1, y + 1); row++) {
                for (int column = Math.max(0, x - 1);
                        column <= Math.min(width - 1, x + 1);
                        column++) {
                    int next = row * width + column;
                    if (numbers[next] == 0) {
                        numbers[next] = number;
                        open[count++] = next;
                    }
                }
            }
        }
        Box box = new Box(region.x() + left, region.y() + top, right - left + 1, bottom - top + 1);
        return new Piece(number, box, size);
    }
}
