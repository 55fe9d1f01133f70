package org.tsurutus.screen.sight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.tsurutus.screen.Box;

/// Where on a panel letters are, as boxes that can be cut out and read.
final class Lettering {
    private static final int MOST_LINES = 3;
    private static final int MARK_NEAR = 9;

    /// A label begins so many heights of its box behind the mark's left side at most.
    private static final int MARK_WIDTHS = 3;

    private final Box panel;
    private final List<TextLine> lines;

    /// The same with the pieces of each line put together.
    private final List<TextLine> rows;

    Lettering(Picture picture) {
        panel = picture.box();
        lines = TextLines.find(picture);
        rows = rows(lines);
    }

    /// The label of a button, or its first line. Where nothing like letters was found it is all of
    /// the button's face.
    Box label(Box button) {
        Box face = face(button);
        List<TextLine> found = inside(face);
        if (found.isEmpty()) {
            return face;
        }
        Box first = found.getFirst().withoutIcon();
        if (isTall(button, found) || isCommand(face, found)) {
            return around(first, face.with(first));
        }
        return around(middle(face, text(found)), face.with(text(found)));
    }

    /// Whether a label stands at the left of its button, behind a picture.
    private static boolean isCommand(Box face, List<TextLine> found) {
        Box text = text(found);
        return found.size() == 1
                && !found.getFirst().withoutIcon().equals(text)
                && text.x() - face.x() <= face.height()
                && face.right() - text.right() > face.height();
    }

    /// The second line of a heading on a large button: letters as high as those of the first.
    List<Box> restOfHeading(Box button) {
        Box face = face(button);
        List<TextLine> found = inside(face);
        if (found.isEmpty() || !isTall(button, found)) {
            return List.of();
        }
        List<Box> heading = new ArrayList<>();
        Box last = found.getFirst().box();
        int height = last.height();
        for (TextLine line : found.subList(1, found.size())) {
            boolean below = line.box().y() >= last.bottom() - 2;
            if (!below
                    || line.box().height() * 10 < height * 9
                    || line.box().y() - last.bottom() > height
                    || heading.size() == MOST_LINES) {
                break;
            }
            heading.add(line.box());
            last = line.box();
        }
        return heading;
    }

    /// The lines that lie in a box, to their ends.
    List<Box> on(Box box) {
        return across(line -> isMostlyOn(line, box), line -> line);
    }

    /// The lines behind the mark of a check box or radio button, to their ends. Where the mark is
    /// is known better than where the label ends.
    ///
    /// @param mark where the mark is, if that was seen
    List<Box> beside(Box box, Optional<Box> mark) {
        int reach = box.x() + MARK_WIDTHS * box.height();
        List<Box> found =
                across(
                        line ->
                                isMostlyOn(line, box)
                                        || (isLevel(line, box)
                                                && line.x() >= box.x() - box.height()
                                                && line.x() <= reach),
                        line ->
                                mark.flatMap(seen -> line.within(part -> part.x() >= seen.right()))
                                        .orElseGet(() -> withoutMark(line, box)));
        return found.stream()
                .filter(line -> Math.abs(line.x() - found.getFirst().x()) <= MARK_NEAR)
                .toList();
    }

    private List<Box> across(Predicate<Box> wanted, UnaryOperator<TextLine> behind) {
        return rows.stream()
                .filter(line -> wanted.test(line.box()))
                .map(behind)
                .map(TextLine::box)
                .limit(MOST_LINES)
                .toList();
    }

    /// The line without the pieces of a mark: together about square, at the left, and apart from
    /// the rest.
    ///
    /// @param box about where mark and label are
    private static TextLine withoutMark(TextLine line, Box box) {
        List<Box> parts = line.parts();
        int height = line.box().height();
        Box mark = parts.getFirst();
        for (int next = 1; next < parts.size(); next++) {
            int end = mark.right();
            boolean square =
                    mark.width() * 5 >= 3 * height
                            && mark.width() * 10 <= 17 * height
                            && mark.height() * 10 >= 6 * height
                            && Math.abs(mark.x() - box.x()) <= box.height();
            if (square && parts.get(next).x() - end >= Math.max(3, height / 4)) {
                return line.within(part -> part.x() >= end).orElse(line);
            }
            mark = mark.with(parts.get(next));
        }
        return line;
    }

    /// A line with some paper around it, as readers like it.
    Box toRead(Box line) {
        return around(line, panel);
    }

    private static boolean isMostlyOn(Box line, Box box) {
        int across = Math.min(line.right(), box.right()) - Math.max(line.x(), box.x());
        return across * 2 >= line.width() && isLevel(line, box);
    }

    private static boolean isLevel(Box line, Box box) {
        int middle = line.y() + line.height() / 2;
        return middle >= box.y() && middle < box.bottom();
    }

    /// The longer lines that lie on no control.
    List<Box> besides(List<Box> controls) {
        return rows.stream()
                .map(TextLine::box)
                .filter(line ->
                        line.width() > 3 * line.height()
                                && controls.stream().noneMatch(control -> control.overlaps(line)))
                .toList();
    }

    private static List<TextLine> rows(List<TextLine> lines) {
        List<TextLine> rows = new ArrayList<>();
        for (TextLine line : lines) {
            List<TextLine> same =
                    rows.stream().filter(row -> isOneLine(row.box(), line.box())).toList();
            rows.removeAll(same);
            rows.add(same.stream().reduce(line, TextLine::with));
        }
        rows.sort(Comparator.comparingInt(row -> row.box().y()));
        return rows;
    }

    private static boolean isOneLine(Box one, Box other) {
        Box higher = one.height() >= other.height() ? one : other;
        int level = Math.min(one.bottom(), other.bottom()) - Math.max(one.y(), other.y());
        int apart = Math.max(one.x(), other.x()) - Math.min(one.right(), other.right());
        int lower = Math.min(one.height(), other.height());
        boolean icon = higher.height() * 5 > lower * 7 && higher.width() < 2 * higher.height();
        return level * 2 >= lower && apart <= lower && !icon;
    }

    private List<TextLine> inside(Box face) {
        return lines.stream()
                .filter(line -> line.box().overlaps(face))
                .flatMap(line -> {
                    // where a line ends is known better than where its button does
                    boolean whole = isMostlyOn(line.box(), face);
                    return line
                            .within(part -> (whole || isMiddleIn(part, face)) && !isRim(part, face))
                            .stream();
                })
                .sorted(Comparator.comparingInt(line -> line.box().y() + line.box().height() / 2))
                .toList();
    }

    private static boolean isMiddleIn(Box part, Box face) {
        return face.contains(part.x() + part.width() / 2, part.y() + part.height() / 2);
    }

    /// Whether a piece is one of the edge, or of the dotted line along it that shows the focus.
    private static boolean isRim(Box part, Box face) {
        int rim = Math.max(4, face.height() / 4);
        boolean level = part.width() * 2 > face.width() && part.height() * 4 <= face.height();
        boolean atTopOrBottom = part.bottom() <= face.y() + rim || part.y() >= face.bottom() - rim;
        boolean dot = part.width() <= rim && part.height() * 4 <= face.height();
        boolean atSide = part.right() <= face.x() + 2 * rim || part.x() >= face.right() - 2 * rim;
        boolean upright = part.width() <= 4 && part.height() * 10 >= 7 * face.height();
        return (level && atTopOrBottom) || (dot && atSide) || (upright && atSide);
    }

    /// A button without its edges, as far as it lies on the panel.
    Box face(Box button) {
        int edge = Math.clamp(button.height() / 10, 2, 6);
        return button.height() <= 3 * edge || button.width() <= 3 * edge
                ? button
                : new Box(
                        button.x() + edge,
                        button.y() + edge,
                        button.width() - 2 * edge,
                        button.height() - 2 * edge);
    }

    private static Box text(List<TextLine> found) {
        return found.stream().map(TextLine::box).reduce(Box::with).orElseThrow();
    }

    /// Whether there is room for several lines, and they are not just pieces of one.
    boolean isTall(Box button) {
        List<TextLine> found = inside(face(button));
        return !found.isEmpty() && isTall(button, found);
    }

    private static boolean isTall(Box button, List<TextLine> found) {
        Box first = found.getFirst().box();
        return button.height() > 3 * first.height()
                && found.stream().anyMatch(line -> line.box().y() >= first.bottom() - 2)
                && first.height() >= 6;
    }

    /// Parts of a label may have been taken for something else, but most stand in the middle of
    /// their buttons: as much to the left as to the right.
    private static Box middle(Box face, Box text) {
        int doubleX = face.x() + face.right();
        int doubleY = face.y() + face.bottom();
        int left = doubleX / 2 - text.x();
        int right = text.right() - doubleX / 2;
        if (Math.abs(left - right) <= Math.max(8, face.width() / 6)) {
            return text;
        }
        boolean level = Math.abs(text.y() + text.bottom() - doubleY) * 2 <= face.height();
        int halfWidth = Math.clamp(Math.max(left, right), 1, Math.max(1, face.width() / 2));
        int halfHeight =
                level
                        ? Math.max(doubleY - 2 * text.y(), 2 * text.bottom() - doubleY) / 2
                        : text.height() / 2;
        int y = level ? doubleY / 2 : (text.y() + text.bottom()) / 2;
        return new Box(
                Math.max(0, doubleX / 2 - halfWidth),
                Math.max(0, y - halfHeight),
                Math.max(1, 2 * halfWidth),
                Math.max(1, 2 * halfHeight));
    }

    private static Box around(Box text, Box room) {
        int sideways = Math.max(5, text.height() / 2);
        int left = Math.max(text.x() - sideways, room.x());
        int top = Math.max(text.y() - 4, room.y());
        int right = Math.min(text.right() + sideways, room.right());
        int bottom = Math.min(text.bottom() + 4, room.bottom());
        return new Box(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    }
}
