package org.tsurutus.screen.sight;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.tsurutus.screen.Box;

/// The first line of what is written on a button, by where brightness changes at all: in which
/// rows, and in which columns. It needs no letters to be told from pictures, so it still works
/// where noise breaks them up.
final class Heading {
    /// Rows with less ink than this part of the fullest one's lie between two lines.
    private static final int SPARSE = 8;

    /// Columns that are empty within a picture.
    private static final int INSIDE_ICON = 3;

    private static final int LOWEST = 6;
    private static final int WIDEST_ICON = 56;

    private final Picture picture;
    private final Box room;

    private Heading(Picture picture, Box room) {
        this.picture = picture;
        this.room = room;
    }

    /// @param face the button without its edges
    static Optional<Box> of(Picture picture, Box face) {
        int sideways = Math.min(face.width() / 40, face.height() / 8);
        int upright = face.height() / 7;
        int left = Math.clamp(face.x() + sideways, 0, picture.width);
        int top = Math.clamp(face.y() + upright, 0, picture.height);
        int right = Math.clamp(face.right() - sideways, left, picture.width);
        int bottom = Math.clamp(face.bottom() - upright, top, picture.height);
        return right - left < LOWEST || bottom - top < LOWEST
                ? Optional.empty()
                : new Heading(picture, new Box(left, top, right - left, bottom - top)).find();
    }

    private Optional<Box> find() {
        int left = afterIcon();
        int[] ink = new int[room.height()];
        Arrays.setAll(ink, row -> ink(left, room.right(), room.y() + row));
        int sparse = Arrays.stream(ink).max().orElse(0) / SPARSE;
        return first(0, ink.length, 1, LOWEST, row -> ink[row] > sparse)
                .map(row -> grown(row, ink))
                .flatMap(
                        row -> columns(left, new Span(room.y() + row.from(), room.y() + row.to())));
    }

    /// With what rises above most letters, or hangs below.
    private static Span grown(Span row, int[] ink) {
        int reach = (row.to() - row.from()) / 3;
        int from = row.from();
        int to = row.to();
        for (int above = row.from() - 1; above >= Math.max(0, row.from() - reach); above--) {
            from = ink[above] > 0 ? above : from;
        }
        while (to < Math.min(ink.length, row.to() + reach) && ink[to] > 0) {
            to++;
        }
        return new Span(from, to);
    }

    private Optional<Box> columns(int left, Span row) {
        int from = next(left, room.right(), x -> columnIsInked(x, row));
        int to = room.right();
        while (to > from && !columnIsInked(to - 1, row)) {
            to--;
        }
        return to - from < LOWEST
                ? Optional.empty()
                : Optional.of(new Box(from, row.from(), to - from, row.to() - row.from()));
    }

    /// Where letters begin: behind a picture, if there is one at the left.
    private int afterIcon() {
        Span all = new Span(room.y(), room.bottom());
        Optional<Span> blot =
                first(room.x(), room.right(), INSIDE_ICON, LOWEST, x -> columnIsInked(x, all))
                        .filter(span -> span.to() - span.from() <= WIDEST_ICON);
        if (blot.isEmpty()) {
            return room.x();
        }
        int width = blot.get().to() - blot.get().from();
        int letters = next(blot.get().to(), room.right(), x -> columnIsInked(x, all));
        int height = inkedRows(blot.get());
        boolean square = height * 2 >= width && height <= 2 * width && width >= 10;
        boolean apart = letters - blot.get().to() >= Math.max(5, width / 4);
        return square && apart && letters < room.right() ? letters : room.x();
    }

    private int inkedRows(Span columns) {
        return (int)
                IntStream.range(room.y(), room.bottom())
                        .filter(y -> ink(columns.from(), columns.to(), y) > 0)
                        .count();
    }

    private record Span(int from, int to) {}

    /// The first stretch that is long enough.
    ///
    /// @param gap how much may be empty within it
    private static Optional<Span> first(
            int from, int to, int gap, int shortest, IntPredicate inked) {
        int start = next(from, to, inked);
        while (start < to) {
            int end = start + 1;
            for (int at = end; at < to && at <= end + gap; at++) {
                end = inked.test(at) ? at + 1 : end;
            }
            if (end - start >= shortest) {
                return Optional.of(new Span(start, end));
            }
            start = next(end, to, inked);
        }
        return Optional.empty();
    }

    private static int next(int from, int to, IntPredicate inked) {
        int at = from;
        while (at < to && !inked.test(at)) {
            at++;
        }
        return at;
    }

    /// In how many places brightness changes along a row.
    private int ink(int from, int to, int y) {
        return (int) IntStream.range(from + 1, to).filter(x -> differ(x - 1, y, x, y)).count();
    }

    private boolean columnIsInked(int x, Span rows) {
        for (int y = rows.from(); y < rows.to(); y++) {
            if ((x > room.x() && differ(x - 1, y, x, y))
                    || (y > rows.from() && differ(x, y - 1, x, y))) {
                return true;
            }
        }
        return false;
    }

    private boolean differ(int x, int y, int otherX, int otherY) {
        return Math.abs(picture.grey(x, y) - picture.grey(otherX, otherY)) >= TextLines.CONTRAST;
    }
}
