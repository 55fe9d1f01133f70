package org.tsurutus.screen.sight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tsurutus.screen.Box;

/// A window or bar with the shapes of controls on it, before anything is read.
///
/// @param style what speaks for its being one
/// @param box its edges
/// @param title what stands at its top
/// @param lines all text on it
/// @param above text above it that fills only the beginning of a field, as addresses do
record PanelShape(
        Style style,
        Box box,
        Optional<TextLine> title,
        List<TextLine> lines,
        List<TextLine> above,
        List<ButtonShape> buttons,
        List<Marked> marks) {
    private static final int MOST_PANELS = 12;
    private static final int MOST_SEARCHES = 24;
    private static final int TINTED = 12;
    private static final int WIDEST_BORDERS = 24;
    private static final int MOST_BUTTONS = 8;
    private static final int MOST_MARKS = 10;

    enum Style {
        /// A window with a cross.
        WINDOW,
        /// A rectangle on something larger, or partly hidden: a dialog only if its buttons are a
        /// question.
        PANE,
        /// A rectangle that lies on nothing: a dialog also when there is only one thing to answer.
        ALONE,
        /// A coloured strip across a window.
        BAR,
        /// A plain strip across a window: it asks for leave only if its buttons are a question.
        STRIP
    }

    /// A mark and the text behind it.
    record Marked(Mark mark, Box text) {}

    /// Lines that are not on buttons.
    List<TextLine> message() {
        return lines.stream()
                .filter(line ->
                        buttons.stream().noneMatch(button -> button.box().overlaps(line.box())))
                .toList();
    }

    /// Lines that are neither on buttons nor beside marks.
    List<TextLine> remarks() {
        return message().stream()
                .filter(line ->
                        marks.stream().noneMatch(marked -> marked.text().overlaps(line.box())))
                .toList();
    }

    static List<PanelShape> find(Picture picture, List<TextLine> lines) {
        return new Search(picture, lines).find();
    }

    private static final class Search {
        private final Picture picture;
        private final List<TextLine> lines;
        private final List<ButtonShape> shapes;
        private final List<ButtonShape> open;

        private Search(Picture picture, List<TextLine> lines) {
            this.picture = picture;
            this.lines = lines;
            shapes = ButtonShape.find(picture, lines);
            open = new ArrayList<>(shapes);
        }

        List<PanelShape> find() {
            List<PanelShape> panels = new ArrayList<>();
            List.copyOf(open).forEach(button -> bar(button).ifPresent(panels::add));
            for (int searches = 0;
                    searches < MOST_SEARCHES && !open.isEmpty() && panels.size() < MOST_PANELS;
                    searches++) {
                ButtonShape last = open.removeLast();
                if (!last.isCentred() && !last.isCommand() && !hasNeighbour(last)) {
                    continue;
                }
                List<Window> windows = Window.around(picture, lines, last.box());
                closing(windows, last)
                        .or(() -> strip(windows, last))
                        .or(() -> pane(windows, last))
                        .filter(panel -> panel.buttons().size() <= MOST_BUTTONS)
                        .ifPresent(panels::add);
            }
            return panels;
        }

        private Optional<PanelShape> closing(List<Window> windows, ButtonShape button) {
            return windows.stream()
                    .filter(window ->
                            isNoScreen(window)
                                    && window.cross()
                                            .filter(cross -> cross.bottom() < button.box().y())
                                            .isPresent())
                    .max(Comparator.comparingInt(Window::sides))
                    .map(window -> panel(Style.WINDOW, window, button));
        }

        private Optional<PanelShape> pane(List<Window> windows, ButtonShape button) {
            return windows.stream()
                    .filter(window -> isPane(window, button))
                    .max(
                            Comparator.comparingLong((Window window) -> inRow(window.box(), button))
                                    .thenComparingInt(Window::sides))
                    .map(window ->
                            panel(
                                    isAlone(window, windows) ? Style.ALONE : Style.PANE,
                                    window,
                                    button));
        }

        /// Whether nothing but the screen is around it.
        private boolean isAlone(Window window, List<Window> windows) {
            return window.sides() == 4
                    && !isInCorner(window.box())
                    && windows.stream()
                            .filter(other -> other.sides() == 4 && isNoScreen(other))
                            .noneMatch(other ->
                                    other.box().contains(window.box())
                                            && other.box().width()
                                                    > window.box().width() + WIDEST_BORDERS);
        }

        /// Notices of programs that run already come up above the clock.
        private boolean isInCorner(Box box) {
            return picture.width - box.right() < picture.width / 20
                    && picture.height - box.bottom() < picture.height / 8;
        }

        /// A strip of any colour with text before the buttons, as browsers ask about what they
        /// fetched.
        private Optional<PanelShape> strip(List<Window> windows, ButtonShape button) {
            return windows.stream()
                    .filter(window ->
                            window.sides() == 4
                                    && window.box().width() * 10 >= picture.width * 9
                                    && isStrip(window.box(), button)
                                    && inRow(window.box(), button) > 0)
                    .findFirst()
                    .map(window -> panel(Style.STRIP, window, button));
        }

        /// How many buttons stand in a row with this one.
        private long inRow(Box box, ButtonShape button) {
            return open.stream()
                    .filter(other -> box.contains(other.box()) && isBeside(other, button))
                    .count();
        }

        /// Whether a button of the same height stands in its row. The pointer over a label may move
        /// what seems to be its middle.
        private boolean hasNeighbour(ButtonShape button) {
            return shapes.stream().anyMatch(other -> isNeighbour(other, button));
        }

        private static boolean isNeighbour(ButtonShape other, ButtonShape button) {
            int gap =
                    Math.max(
                            other.box().x() - button.box().right(),
                            button.box().x() - other.box().right());
            return !other.equals(button)
                    && other.isCentred()
                    && isBeside(other, button)
                    && gap > 0
                    && gap <= 2 * button.box().height()
                    && other.box().width() >= 2 * other.box().height()
                    && button.box().width() <= 2 * other.box().width();
        }

        private static boolean isBeside(ButtonShape other, ButtonShape button) {
            return Math.abs(other.box().y() - button.box().y()) <= 3
                    && Math.abs(other.box().height() - button.box().height()) <= 3;
        }

        private boolean isNoScreen(Window window) {
            return window.box().width() < picture.width * 19 / 20
                    || window.box().height() < picture.height * 9 / 10;
        }

        /// A strip of coloured paper with text before the button.
        private Optional<PanelShape> bar(ButtonShape button) {
            int x = Math.max(0, button.box().x() - 3);
            int y = Math.max(0, button.box().y() - 2);
            int paper = picture.rgb(x, y);
            if (Tone.saturation(paper) < TINTED) {
                return Optional.empty();
            }
            int left = run(x, y, -1, 0, paper);
            int right = run(button.box().right(), y, 1, 0, paper);
            int top = run(x, y, 0, -1, paper);
            int bottom = run(x, y, 0, 1, paper);
            Box box = new Box(left, top, right - left + 1, bottom - top + 1);
            return isStrip(box, button)
                    ? Optional.of(
                            panel(
                                    Style.BAR,
                                    new Window(box, Optional.empty(), Optional.empty(), 4),
                                    button))
                    : Optional.empty();
        }

        /// Whether text stands before the button, and there is not much room above and below.
        private boolean isStrip(Box box, ButtonShape button) {
            boolean told =
                    lines.stream()
                            .anyMatch(line ->
                                    box.overlaps(line.box())
                                            && line.box().right() < button.box().x() + 4
                                            && line.box().width() > 4 * line.box().height());
            return told
                    && box.height() <= 3 * button.box().height()
                    && box.width() >= 7 * box.height()
                    && box.bottom() > button.box().y() + button.box().height() / 2;
        }

        /// The last pixel in a direction that is of the same paper.
        private int run(int x, int y, int stepX, int stepY, int paper) {
            int column = x;
            int row = y;
            while (picture.isInside(column + stepX, row + stepY)
                    && Tone.distance(picture.rgb(column + stepX, row + stepY), paper) <= 12) {
                column += stepX;
                row += stepY;
            }
            return stepX == 0 ? row : column;
        }

        private boolean isPane(Window window, ButtonShape button) {
            Box box = window.box();
            return (window.sides() == 4 || isOffBorders(box))
                    && box.width() >= 180
                    && box.height() >= Math.max(70, 3 * button.box().height())
                    && (long) box.width() * box.height() * 5
                            < (long) picture.width * picture.height * 3;
        }

        private boolean isOffBorders(Box box) {
            return box.x() > 0
                    && box.y() > 0
                    && box.right() < picture.width
                    && box.bottom() < picture.height;
        }

        private PanelShape panel(Style style, Window window, ButtonShape last) {
            Box box = window.box();
            List<ButtonShape> buttons = new ArrayList<>();
            for (ButtonShape button : open) {
                if (box.contains(
                        button.box().x() + button.box().width() / 2,
                        button.box().y() + button.box().height() / 2)) {
                    buttons.add(button);
                }
            }
            buttons.remove(last);
            buttons.add(last);
            open.removeAll(buttons);
            int strip = window.cross().map(Box::bottom).orElse(0);
            buttons.removeIf(button ->
                    !isButtonOn(button, box)
                            || button.box().y() < strip
                            || (style == Style.STRIP && !isBeside(button, last)));
            buttons.sort(ButtonShape.READING_ORDER);
            List<TextLine> inside =
                    lines.stream().filter(line -> box.contains(line.box())).toList();
            List<TextLine> below =
                    inside.stream().filter(line -> line.box().y() >= strip - 4).toList();
            List<Marked> marks = marks(below, buttons);
            // so many are a list with little pictures
            return new PanelShape(
                    style,
                    box,
                    window.title(),
                    inside,
                    above(box),
                    buttons,
                    marks.size() < MOST_MARKS ? marks : List.of());
        }

        private boolean isButtonOn(ButtonShape button, Box box) {
            boolean across = button.box().width() * 20 > box.width() * 19;
            boolean wide = button.box().width() * 2 > box.width();
            boolean fits = button.isCommand() ? wide : button.isCentred();
            return box.overlaps(button.box())
                    && !across
                    && (fits || hasNeighbour(button))
                    && !isPicture(button, box);
        }

        /// A sign in a square beside the message, as a question mark is.
        private boolean isPicture(ButtonShape button, Box box) {
            return button.box().width() * 10 <= button.box().height() * 12
                    && button.box().right() < box.x() + box.width() / 3
                    && shapes.stream()
                            .noneMatch(other -> !other.equals(button) && isBeside(other, button));
        }

        /// Text that may be a page's address: something encloses it that goes on behind it.
        private List<TextLine> above(Box box) {
            return lines.stream()
                    .filter(line ->
                            line.box().bottom() <= box.y()
                                    && line.box().width() > 4 * line.box().height()
                                    && isInField(line.box()))
                    .toList();
        }

        private boolean isInField(Box text) {
            int from = text.x();
            int to = Math.min(picture.width, text.right() + 4 * text.height());
            int room = text.height() * 3 / 2;
            return IntStream.range(text.y() - room, text.y())
                            .anyMatch(y -> picture.edgeAbove(y, from, to))
                    && IntStream.range(text.bottom(), text.bottom() + room)
                            .anyMatch(y -> picture.edgeAbove(y, from, to));
        }

        private List<Marked> marks(List<TextLine> inside, List<ButtonShape> buttons) {
            List<Marked> marks = new ArrayList<>();
            for (TextLine line : inside) {
                if (marks.size() < MOST_MARKS
                        && buttons.stream()
                                .noneMatch(button -> button.box().overlaps(line.box()))) {
                    Mark.before(picture, line)
                            .map(mark -> marked(mark, line, inside))
                            .ifPresent(marked -> {
                                if (marks.stream()
                                        .noneMatch(other ->
                                                other.mark().box().equals(marked.mark().box()))) {
                                    marks.add(marked);
                                }
                            });
                }
            }
            return marks;
        }

        /// The mark and the text behind it, which large letters spread over several lines.
        private static Marked marked(Mark mark, TextLine line, List<TextLine> inside) {
            Box box = mark.box();
            List<Box> behind =
                    inside.stream()
                            .flatMap(each -> each.parts().stream())
                            .filter(part ->
                                    part.x() >= box.right()
                                            && part.height() <= 2 * box.height()
                                            && sharedRows(part, box) * 2
                                                    >= Math.min(part.height(), box.height()))
                            .sorted(Comparator.comparingInt(Box::x))
                            .toList();
            Optional<Box> text = Optional.empty();
            int reach = box.right() + box.width() + 6;
            for (Box part : behind) {
                if (part.x() > reach) {
                    break;
                }
                text = Optional.of(text.map(part::with).orElse(part));
                reach = Math.max(reach, part.right() + box.height() * 3 / 4);
            }
            return new Marked(mark, text.orElse(line.box()));
        }

        private static int sharedRows(Box one, Box other) {
            return Math.min(one.bottom(), other.bottom()) - Math.max(one.y(), other.y());
        }
    }
}
