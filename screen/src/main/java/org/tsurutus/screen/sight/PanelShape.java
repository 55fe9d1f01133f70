package org.tsurutus.screen.sight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tsurutus.screen.Box;

/// A window or bar with the shapes of controls on it, before anything is read.
///
/// @param style what speaks for its being one
/// @param box its edges
/// @param title what stands at its top
/// @param lines all text on it
record PanelShape(
        Style style,
        Box box,
        Optional<TextLine> title,
        List<TextLine> lines,
        List<ButtonShape> buttons,
        List<Marked> marks) {
    private static final int MOST_PANELS = 12;
    private static final int MOST_SEARCHES = 24;
    private static final int TINTED = 12;
    private static final int MOST_BUTTONS = 8;
    private static final int MOST_MARKS = 10;

    enum Style {
        /// A window with a cross.
        WINDOW,
        /// A rectangle: a dialog only if its buttons say so.
        PANE,
        /// A coloured strip across a window.
        BAR
    }

    /// A mark and the text behind it.
    record Marked(Mark mark, Box text) {}

    /// Lines that are not on buttons.
    List<TextLine> message() {
        return lines.stream()
                .filter(line -> buttons.stream().noneMatch(button -> button.box().overlaps(line.box())))
                .toList();
    }

    /// Lines that are neither on buttons nor beside marks.
    List<TextLine> remarks() {
        return message().stream()
                .filter(line -> marks.stream().noneMatch(marked -> marked.text().overlaps(line.box())))
                .toList();
    }

    static List<PanelShape> find(Picture picture, List<TextLine> lines) {
        return new Search(picture, lines).find();
    }

    private static final class Search {
        private final Picture picture;
        private final List<TextLine> lines;
        private final List<ButtonShape> open;

        private Search(Picture picture, List<TextLine> lines) {
            this.picture = picture;
            this.lines = lines;
            open = new ArrayList<>(ButtonShape.find(picture, lines));
        }

        List<PanelShape> find() {
            List<PanelShape> panels = new ArrayList<>();
            List.copyOf(open).forEach(button -> bar(button).ifPresent(panels::add));
            for (int searches = 0; searches < MOST_SEARCHES && !open.isEmpty() && panels.size() < MOST_PANELS; searches++) {
                ButtonShape last = open.removeLast();
                if (!last.isCentred() && !last.isCommand()) {
                    continue;
                }
                List<Window> windows = Window.around(picture, lines, last.box());
                windows.stream().filter(Window::closes).filter(this::isNoScreen).findFirst().map(window -> panel(Style.WINDOW, window, last))
                        .or(() -> windows.stream().filter(window -> isPane(window, last)).max(Comparator.comparingLong(window -> inRow(window.box(), last))).map(window -> panel(Style.PANE, window, last)))
                        .filter(panel -> panel.buttons().size() <= MOST_BUTTONS)
                        .ifPresent(panels::add);
            }
            return panels;
        }

        /// How many buttons stand in a row with this one.
        private long inRow(Box box, ButtonShape button) {
            return open.stream()
                    .filter(other -> box.contains(other.box())
                            && Math.abs(other.box().y() - button.box().y()) <= 3
                            && Math.abs(other.box().height() - button.box().height()) <= 3)
                    .count();
        }

        private boolean isNoScreen(Window window) {
            return window.box().width() < picture.width * 19 / 20 || window.box().height() < picture.height * 9 / 10;
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
            boolean told =
                    lines.stream()
                            .anyMatch(line -> box.overlaps(line.box())
                                    && line.box().right() < button.box().x() + 4
                                    && line.box().width() > 4 * line.box().height());
            boolean strip = box.height() <= 3 * button.box().height() && box.width() >= 7 * box.height() && box.bottom() > button.box().y() + button.box().height() / 2;
            return told && strip
                    ? Optional.of(panel(Style.BAR, new Window(box, Optional.empty(), Optional.empty(), 4), button))
                    : Optional.empty();
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
            return window.sides() == 4
                    && box.width() >= 180
                    && box.height() >= Math.max(70, 3 * button.box().height())
                    && (long) box.width() * box.height() * 5 < (long) picture.width * picture.height * 3;
        }

        private PanelShape panel(Style style, Window window, ButtonShape last) {
            Box box = window.box();
            List<ButtonShape> buttons = new ArrayList<>();
            for (ButtonShape button : open) {
                if (box.contains(button.box().x() + button.box().width() / 2, button.box().y() + button.box().height() / 2)) {
                    buttons.add(button);
                }
            }
            buttons.remove(last);
            buttons.add(last);
            open.removeAll(buttons);
            int strip = window.cross().map(Box::bottom).orElse(0);
            buttons.removeIf(button -> !isButtonOn(button, box) || button.box().y() < strip);
            buttons.sort(ButtonShape.READING_ORDER);
            List<TextLine> inside = lines.stream().filter(line -> box.contains(line.box())).toList();
            List<TextLine> below = inside.stream().filter(line -> line.box().y() >= strip - 4).toList();
            List<Marked> marks = marks(below, buttons);
            // so many are a list with little pictures
            return new PanelShape(
                    style,
                    box,
                    window.title(),
                    inside,
                    buttons,
                    marks.size() < MOST_MARKS ? marks : List.of());
        }

        private static boolean isButtonOn(ButtonShape button, Box box) {
            boolean across = button.box().width() * 20 > box.width() * 19;
            boolean wide = button.box().width() * 2 > box.width();
            return box.overlaps(button.box()) && !across && (button.isCentred() && !button.isCommand() || button.isCommand() && wide);
        }

        private List<Marked> marks(List<TextLine> inside, List<ButtonShape> buttons) {
            List<Marked> marks = new ArrayList<>();
            for (TextLine line : inside) {
                if (marks.size() < MOST_MARKS
                        && buttons.stream().noneMatch(button -> button.box().overlaps(line.box()))) {
                    Mark.before(picture, line).map(mark -> marked(mark, line)).ifPresent(marked -> {
                        if (marks.stream().noneMatch(other -> other.mark().box().equals(marked.mark().box()))) {
                            marks.add(marked);
                        }
                    });
                }
            }
            return marks;
        }

        private static Marked marked(Mark mark, TextLine line) {
            Box text =
                    line.parts().stream()
                            .filter(part -> part.x() >= mark.box().right())
                            .reduce(Box::with)
                            .orElse(line.box());
            return new Marked(mark, text);
        }
    }
}
