package org.tsurutus.screen.sight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tsurutus.screen.Box;

/// Edges around text as buttons have them.
///
/// @param enclosure the edges
/// @param lines the lines of text inside
record ButtonShape(Enclosure enclosure, List<TextLine> lines) {
    private static final int LOWEST = 13;
    private static final int HIGHEST = 150;
    private static final int MOST = 400;
    private static final int LOWEST_WORD = 6;
    private static final int MOST_WORDS = 4;

    /// The shapes of a picture from top to bottom.
    static List<ButtonShape> find(Picture picture, List<TextLine> lines) {
        List<ButtonShape> shapes = new ArrayList<>();
        for (TextLine line : lines) {
            if (shapes.size() == MOST) {
                break;
            }
            Optional<Enclosure> whole = Enclosure.around(picture, line.box());
            whole.or(() ->
                            Enclosure.below(picture, line.box())
                                    .filter(below -> isWide(below, line)))
                    .ifPresent(enclosure -> add(shapes, enclosure, line));
            if (whole.isEmpty()) {
                addParts(shapes, picture, line);
            }
        }
        return shapes.stream()
                .map(shape -> new ButtonShape(shape.enclosure, inked(lines, shape)))
                .filter(shape ->
                        shape.isSized()
                                && shapes.stream()
                                        .noneMatch(other ->
                                                shape.holds(other) || shape.isPartOf(other))
                                && shapes.stream().filter(shape::isCellBeside).count() < 2)
                .sorted(READING_ORDER)
                .toList();
    }

    /// All that is written inside, in whichever line it was put.
    private static List<TextLine> inked(List<TextLine> lines, ButtonShape shape) {
        Box room = shape.inside();
        List<TextLine> inked = new ArrayList<>();
        for (TextLine line : lines) {
            if (line.box().overlaps(room)) {
                line.within(part -> isLetter(part, room)).ifPresent(inked::add);
            }
        }
        return inked.isEmpty() ? shape.lines : List.copyOf(inked);
    }

    private static boolean isLetter(Box part, Box room) {
        return part.height() * 5 <= room.height() * 4
                && part.x() > room.x() + 1
                && part.right() < room.right() - 1
                && part.y() > room.y() + 1
                && part.bottom() < room.bottom() - 1
                && (part.height() > 5
                        || (part.y() > room.y() + 4 && part.bottom() < room.bottom() - 3));
    }

    /// The pointer, or noise between two buttons, may make a line higher or longer than its button;
    /// then its words have edges around them.
    private static void addParts(List<ButtonShape> shapes, Picture picture, TextLine line) {
        line.parts().stream()
                .filter(part -> part.height() >= LOWEST_WORD && !part.equals(line.box()))
                .sorted(Comparator.comparingInt(part -> -part.width()))
                .limit(MOST_WORDS)
                .forEach(part ->
                        Enclosure.around(picture, part)
                                .ifPresent(enclosure ->
                                        add(
                                                shapes,
                                                enclosure,
                                                line.within(enclosure.inside()::contains)
                                                        .orElse(line))));
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
                && inside().width() * 4 >= height * 5
                && inside().width() <= Math.max(24 * height, 420);
    }

    /// Whether the text stands in the middle, as on buttons, tabs and cells.
    boolean isCentred() {
        int left = text().x() - inside().x();
        int right = inside().right() - text().right();
        return Math.abs(left - right) <= Math.max(14, inside().width() / 4);
    }

    /// Whether it looks like a large button with a heading and perhaps an explanation in smaller
    /// letters: not like a paragraph.
    boolean isCommand() {
        int heading = lines.getFirst().box().height();
        boolean explained =
                lines.stream()
                        .skip(1)
                        .filter(line -> line.box().y() >= lines.getFirst().box().bottom() - 2)
                        .allMatch(line -> line.box().height() <= heading);
        boolean uneven =
                lines.size() == 1
                        || lines.stream()
                                .skip(1)
                                .anyMatch(line -> line.box().height() * 100 <= heading * 93);
        return (lines.size() > 1 || !isCentred())
                && inside().height() >= 32
                && inside().width() >= 3 * inside().height()
                && heading * 2 <= inside().height()
                && lines.size() <= 4
                && explained
                && uneven
                && lines.getFirst().box().x() - inside().x() <= inside().height();
    }

    /// Buttons keep a distance from most others, cells of a table do not.
    private boolean isCellBeside(ButtonShape other) {
        Box box = inside();
        Box neighbour = other.inside();
        if (box.equals(neighbour) || other.inside().height() < LOWEST) {
            return false;
        }
        boolean sameRow =
                Math.abs(box.y() - neighbour.y()) <= 2
                        && Math.abs(box.bottom() - neighbour.bottom()) <= 2;
        boolean sameColumn =
                Math.abs(box.x() - neighbour.x()) <= 2
                        && Math.abs(box.right() - neighbour.right()) <= 2;
        boolean beside = touch(box.right(), neighbour.x()) || touch(neighbour.right(), box.x());
        boolean above = touch(box.bottom(), neighbour.y()) || touch(neighbour.bottom(), box.y());
        return (sameRow && beside) || (sameColumn && above);
    }

    private static boolean touch(int end, int start) {
        return Math.abs(start - end) <= 4;
    }

    /// Whether smaller buttons lie in this one, so that it is a pane.
    private boolean holds(ButtonShape other) {
        return inside().contains(other.inside())
                && other.inside().height() * 4 < inside().height() * 3
                && other.isSized()
                && other.lines.stream().noneMatch(line -> lines.contains(line));
    }

    /// Whether this is only a part of a button: an edge of the pointer or of a letter was taken for
    /// the button's.
    private boolean isPartOf(ButtonShape other) {
        return box().width() < other.box().width()
                && other.box().overlaps(box())
                && Math.abs(other.box().y() - box().y()) <= 4
                && Math.abs(other.box().bottom() - box().bottom()) <= 4
                && other.box().x() <= box().x() + 2
                && other.box().right() >= box().right() - 2;
    }

    /// From top to bottom, then from left to right.
    static final Comparator<ButtonShape> READING_ORDER =
            Comparator.comparingInt((ButtonShape shape) -> shape.box().y())
                    .thenComparingInt(shape -> shape.box().x());
}
