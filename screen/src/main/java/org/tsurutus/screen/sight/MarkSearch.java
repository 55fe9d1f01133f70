package org.tsurutus.screen.sight;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.sight.Pieces.Piece;

/// Tells marks from letters and icons among the pieces around the beginning of a line.
final class MarkSearch {
    /// Less is between letters, in pixels.
    private static final int SMALLEST_GAP = 3;

    /// How far compression spreads ink, in pixels.
    private static final int NOISE = 4;

    private static final int SMALLEST = 11;
    private static final int LARGEST = 46;

    /// Specks of noise and dots around text that has the focus.
    private static final int SPECK = 3;

    private final Picture picture;
    private final TextLine line;
    private final Pieces pieces;

    MarkSearch(Picture picture, TextLine line, Pieces pieces) {
        this.picture = picture;
        this.line = line;
        this.pieces = pieces;
    }

    /// The leftmost mark.
    Optional<Mark> find() {
        return pieces.all().stream()
                .filter(piece ->
                        isInside(piece.box()) && isSquare(piece.box()) && isBeforeText(piece.box()))
                .filter(piece -> isAlone(piece) && new Outline(pieces, piece).isClosed())
                .min(Comparator.comparingInt(piece -> piece.box().x()))
                .flatMap(this::mark);
    }

    private boolean isInside(Box box) {
        Box region = pieces.region();
        return box.x() > region.x()
                && box.y() > region.y()
                && box.right() < region.right()
                && box.bottom() < region.bottom();
    }

    private static boolean isSquare(Box box) {
        int size = Math.max(box.width(), box.height());
        int other = Math.min(box.width(), box.height());
        return size >= SMALLEST && size <= LARGEST && size - other <= Math.max(1, size / 8);
    }

    /// Whether the line begins here and text of a fitting size comes soon behind.
    private boolean isBeforeText(Box box) {
        List<Box> text =
                line.parts().stream()
                        .filter(part -> part.right() > box.right() + SMALLEST_GAP)
                        .toList();
        if (text.isEmpty() || line.box().x() < box.x() - NOISE) {
            return false;
        }
        int height = text.stream().mapToInt(Box::height).max().orElse(0);
        Box all = text.stream().reduce(Box::with).orElse(box);
        int size = Math.max(box.width(), box.height());
        int apart = Math.abs(2 * box.y() + box.height() - 2 * all.y() - all.height());
        return all.x() - box.right() <= size + 6
                && size * 4 >= height * 3
                && size <= height * 3 / 2 + 4
                && apart <= Math.max(Math.max(8, all.height()), size * 3 / 4);
    }

    /// Whether the middle has nothing beside it. Letters may reach below marks.
    private boolean isAlone(Piece piece) {
        Box box = piece.box();
        int gap = Math.max(SMALLEST_GAP, box.width() / 4);
        return isFree(piece, box.right(), box.right() + gap)
                && isFree(piece, box.x() - gap, box.x());
    }

    private boolean isFree(Piece piece, int from, int to) {
        Box region = pieces.region();
        int edge = piece.box().height() / 4;
        for (int x = Math.max(region.x(), from); x < Math.min(region.right(), to); x++) {
            for (int y = piece.box().y() + edge; y < piece.box().bottom() - edge; y++) {
                if (pieces.sizeAt(x, y) > SPECK && !pieces.isOf(piece, x, y)) {
                    return false;
                }
            }
        }
        return true;
    }

    private Optional<Mark> mark(Piece piece) {
        Box box = piece.box();
        boolean round = new Outline(pieces, piece).isRound();
        Mark mark =
                new Mark(box, round, round ? Tick.isDot(picture, box) : Tick.isTick(picture, box));
        return Optional.of(mark).filter(found -> new Colours(picture, box).fit(found.checked()));
    }
}
