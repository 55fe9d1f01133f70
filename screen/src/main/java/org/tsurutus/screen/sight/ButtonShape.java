package org.tsurutus.screen.sight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tsurutus.screen.Box;

/// Edges around text as buttons have them.
///
/// @param enclosure the edges
/// @param lines the lines of text inside
record ButtonShape(Enclosure enclosure, List<TextLine> lines) {
    private static final int LOWEST = 13;
    private static final int HIGHEST = 150;
    private static final int MOST = 400;

    /// The shapes of a picture from top to bottom.
    static List<ButtonShape> find(Picture picture, List<TextLine> lines) {
        List<ButtonShape> shapes = new ArrayList<>();
        for (TextLine line : lines) {
            if (shapes.size() < MOST) {
                Enclosure.around(picture, line.box())
                        .or(() -> Enclosure.below(picture, line.box()).filter(below -> isWide(below, line)))
                        .ifPresent(enclosure -> add(shapes, enclosure, line));
            }
        }
        return shapes.stream()
                .filter(shape -> shape.isSized()
                        && shapes.stream().noneMatch(other -> shape.isCellBeside(other) || shape.holds(other)))
                .sorted(READING_ORDER)
                .toList();
    }

    /// Whether edges are so far apart as those of a button with a heading and an explanation.
    private static boolean isWide(Enclosure enclosure, TextLine heading) {
        Box inside = enclosure.inside();
        return inside.width() >= 12 * heading.box().height()
                && inside.width() >= 2 * inside.height()
                && inside.height() <= HIGHEST
                && heading.box().x() - inside.x() <= inside.height();
    }

    private static void add(List<ButtonShape> shapes, Enclosure enclosure, TextLine line) {
        for (int index = 0; index < shapes.size(); index++) {
            ButtonShape other = shapes.get(index);
            if (other.enclosure.isLike(enclosure)) {
                List<TextLine> both = new ArrayList<>(other.lines);
                both.add(line);
                shapes.set(index, new ButtonShape(other.enclosure, List.copyOf(both)));
                return;
            }
        }
        shapes.add(new ButtonShape(enclosure, List.of(line)));
    }

    Box box() {
        return enclosure.outside();
    }

    Box inside() {
        return enclosure.inside();
    }

    /// What is inked inside.
    Box text() {
        return lines.stream().map(TextLine::box).reduce(Box::with).orElse(box());
    }

    private boolean isSized() {
        int height = inside().height();
        return height >= LOWEST
                && height <= HIGHEST
                && inside().width() >= height * 9 / 10
                && inside().width() <= Math.max(24 * height, 420);
    }

    /// Whether the text stands in the middle, as on buttons, tabs and cells.
    boolean isCentred() {
        int left = text().x() - inside().x();
        int right = inside().right() - text().right();
        return Math.abs(left - right) <= Math.max(14, inside().width() / 4);
    }

    /// Whether it looks like a large button with a heading and an explanation.
    boolean isCommand() {
        return inside().height() >= 36
                && inside().width() >= 2 * inside().height()
                && lines.getFirst().box().height() * 3 <= inside().height()
                && text().x() - inside().x() <= inside().height();
    }

    /// Buttons keep a distance from each other, cells of a table do not.
    private boolean isCellBeside(ButtonShape other) {
        Box box = inside();
        Box neighbour = other.inside();
        if (box.equals(neighbour) || other.inside().height() < LOWEST) {
            return false;
        }
        boolean sameRow =
                Math.abs(box.y() - neighbour.y()) <= 2 && Math.abs(box.bottom() - neighbour.bottom()) <= 2;
        boolean sameColumn =
                Math.abs(box.x() - neighbour.x()) <= 2 && Math.abs(box.right() - neighbour.right()) <= 2;
        return sameRow && (touch(box.right(), neighbour.x()) || touch(neighbour.right(), box.x()))
                || sameColumn && (touch(box.bottom(), neighbour.y()) || touch(neighbour.bottom(), box.y()));
    }

    private static boolean touch(int end, int start) {
        return Math.abs(start - end) <= 2;
    }

    private boolean holds(ButtonShape other) {
        return other != this
                && inside().contains(other.inside())
                && !inside().equals(other.inside())
                && other.isSized()
                && other.lines.stream().noneMatch(line -> lines.contains(line));
    }

    /// From top to bottom, then from left to right.
    static final Comparator<ButtonShape> READING_ORDER =
            Comparator.comparingInt((ButtonShape shape) -> shape.box().y())
                    .thenComparingInt(shape -> shape.box().x());
}
