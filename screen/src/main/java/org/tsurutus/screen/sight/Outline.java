package org.tsurutus.screen.sight;

import java.util.Arrays;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.sight.Pieces.Piece;

/// What goes around a piece, which is even along each side of a mark, unlike in letters.
final class Outline {
    /// The part of a corner, in percent, that is outside of a circle.
    private static final int CUT = 60;

    private final Pieces pieces;
    private final Piece piece;
    private final Box box;

    private enum Side {
        LEFT,
        RIGHT,
        TOP,
        BOTTOM
    }

    Outline(Pieces pieces, Piece piece) {
        this.pieces = pieces;
        this.piece = piece;
        box = piece.box();
    }

    /// Whether the middle of each side is drawn.
    boolean isClosed() {
        for (Side side : Side.values()) {
            if (!isDrawn(side)) {
                return false;
            }
        }
        return true;
    }

    private boolean isDrawn(Side side) {
        int length = side == Side.LEFT || side == Side.RIGHT ? box.height() : box.width();
        int from = length / 4;
        int[] contrasts = new int[length - 2 * from];
        for (int along = 0; along < contrasts.length; along++) {
            contrasts[along] = contrast(side, from + along);
        }
        int median =
                Arrays.stream(contrasts).sorted().skip(contrasts.length / 2).findFirst().orElse(0);
        long drawn =
                Arrays.stream(contrasts)
                        .filter(contrast -> contrast > 0 && contrast * 2 >= median)
                        .count();
        return drawn * 4 >= contrasts.length * 3L;
    }

    /// How much the outline stands out at a place along a side, 0 where nothing is drawn.
    private int contrast(Side side, int along) {
        int most = 0;
        for (int depth = 0; depth <= 1 + box.width() / 10; depth++) {
            int x =
                    switch (side) {
                        case LEFT -> box.x() + depth;
                        case RIGHT -> box.right() - 1 - depth;
                        case TOP, BOTTOM -> box.x() + along;
                    };
            int y =
                    switch (side) {
                        case LEFT, RIGHT -> box.y() + along;
                        case TOP -> box.y() + depth;
                        case BOTTOM -> box.bottom() - 1 - depth;
                    };
            if (pieces.isOf(piece, x, y)) {
                most = Math.max(most, 1 + pieces.ground().contrast(x, y));
            }
        }
        return most;
    }

    /// Whether the corners are cut as far as a circle does.
    boolean isRound() {
        int corner = Math.max(3, Math.round(box.width() * 0.27f));
        int cut = 0;
        int count = 0;
        for (int down = 0; down < corner; down++) {
            for (int across = 0; across + down < corner; across++) {
                cut += pieces.isOutside(box.x() + across, box.y() + down) ? 1 : 0;
                cut += pieces.isOutside(box.right() - 1 - across, box.y() + down) ? 1 : 0;
                cut += pieces.isOutside(box.x() + across, box.bottom() - 1 - down) ? 1 : 0;
                cut += pieces.isOutside(box.right() - 1 - across, box.bottom() - 1 - down) ? 1 : 0;
                count += 4;
            }
        }
        return cut * 100 >= count * CUT;
    }
}
