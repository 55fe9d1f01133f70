package org.tsurutus.screen;

import java.awt.Font;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// A dialog as a toolkit would draw it.
///
/// @param style which toolkit
/// @param font of message and buttons
/// @param onPress told the label of the pressed button, after the dialog has closed if it closes
/// @param habits how it takes what is done to it
/// @param term a check box that has to be ticked before the default button can be pressed
/// @param field a field that has to be filled before the default button can be pressed
record PaintedDialog(
        String message,
        List<PaintedButton> buttons,
        Style style,
        Font font,
        int x,
        int y,
        Consumer<String> onPress,
        Habits habits,
        Optional<Term> term,
        Optional<Field> field) {
    static final int TITLE = 22;
    static final int HEIGHT = 130;
    private static final int TICK = 13;

    enum Style {
        CLASSIC,
        WINE,
        FLAT,
        ROUND
    }

    /// Ways to press a button.
    enum Way {
        CLICK,
        ENTER,
        LETTER,
        SPACE
    }

    /// @param ways the ways that press buttons; the others do nothing
    /// @param closes whether pressing a button closes it
    /// @param shy whether it moves away from the pointer
    record Habits(Set<Way> ways, boolean closes, boolean shy) {}

    /// @param isDefault drawn with a dark frame and a focus rectangle, pressed by Enter
    record PaintedButton(String label, int width, int height, boolean isDefault) {
        /// As it looks while it cannot be pressed.
        PaintedButton unmarked() {
            return new PaintedButton(label, width, height, false);
        }
    }

    record Term(String label, boolean ticked) {}

    record Field(String text, boolean focused) {}

    static PaintedDialog asking(String message, String... labels) {
        List<PaintedButton> buttons =
                IntStream.range(0, labels.length)
                        .mapToObj(index -> new PaintedButton(labels[index], 75, 23, index == 0))
                        .toList();
        return new PaintedDialog(
                message,
                buttons,
                Style.CLASSIC,
                Fonts.latin(12),
                300,
                250,
                _ -> {},
                new Habits(EnumSet.allOf(Way.class), true, false),
                Optional.empty(),
                Optional.empty());
    }

    PaintedDialog with(Style other) {
        return new PaintedDialog(message, buttons, other, font, x, y, onPress, habits, term, field);
    }

    PaintedDialog with(Font other) {
        return new PaintedDialog(
                message, buttons, style, other, x, y, onPress, habits, term, field);
    }

    PaintedDialog with(Field other) {
        return new PaintedDialog(
                message, buttons, style, font, x, y, onPress, habits, term, Optional.of(other));
    }

    PaintedDialog with(Term other) {
        return new PaintedDialog(
                message, buttons, style, font, x, y, onPress, habits, Optional.of(other), field);
    }

    private PaintedDialog with(List<PaintedButton> others) {
        return new PaintedDialog(message, others, style, font, x, y, onPress, habits, term, field);
    }

    private PaintedDialog with(Habits others) {
        return new PaintedDialog(message, buttons, style, font, x, y, onPress, others, term, field);
    }

    PaintedDialog sized(int width, int height) {
        return with(
                buttons.stream()
                        .map(each -> new PaintedButton(each.label, width, height, each.isDefault))
                        .toList());
    }

    PaintedDialog withDefault(String label) {
        return with(
                buttons.stream()
                        .map(each ->
                                new PaintedButton(
                                        each.label,
                                        each.width,
                                        each.height,
                                        each.label.equals(label)))
                        .toList());
    }

    PaintedDialog at(int otherX, int otherY) {
        return new PaintedDialog(
                message, buttons, style, font, otherX, otherY, onPress, habits, term, field);
    }

    PaintedDialog then(Consumer<String> action) {
        return new PaintedDialog(message, buttons, style, font, x, y, action, habits, term, field);
    }

    PaintedDialog thatStays() {
        return with(new Habits(habits.ways, false, habits.shy));
    }

    /// One whose buttons are pressed in no other way.
    PaintedDialog pressedOnlyBy(Way first, Way... others) {
        return with(new Habits(EnumSet.of(first, others), habits.closes, habits.shy));
    }

    /// One whose buttons cannot be pressed.
    PaintedDialog pressedByNothing() {
        return with(new Habits(EnumSet.noneOf(Way.class), habits.closes, habits.shy));
    }

    PaintedDialog thatIsShy() {
        return with(new Habits(habits.ways, habits.closes, true));
    }

    PaintedDialog ticked() {
        return with(term.map(each -> new Term(each.label, !each.ticked)).orElseThrow());
    }

    /// Moves the keyboard's focus to the next button.
    PaintedDialog tabbed() {
        int now =
                IntStream.range(0, buttons.size())
                        .filter(index -> buttons.get(index).isDefault())
                        .findFirst()
                        .orElse(-1);
        return withDefault(buttons.get((now + 1) % buttons.size()).label());
    }

    /// Whether a button waits for a tick or a text.
    boolean waits(PaintedButton button) {
        return button.isDefault()
                && (term.filter(each -> !each.ticked).isPresent()
                        || field.filter(each -> each.text.isEmpty()).isPresent());
    }

    int width() {
        return Math.max(320, 40 + buttons.stream().mapToInt(button -> button.width() + 10).sum());
    }

    Box box() {
        return new Box(x, y, width(), HEIGHT);
    }

    Box tickBox() {
        return new Box(x + 20, y + 66, TICK, TICK);
    }

    Box fieldBox() {
        return new Box(x + 20, y + 64, width() - 60, 20);
    }

    Box box(PaintedButton button) {
        int left = x + 20;
        for (PaintedButton each : buttons) {
            if (each.equals(button)) {
                break;
            }
            left += each.width() + 8;
        }
        return new Box(left, y + HEIGHT - 15 - button.height(), button.width(), button.height());
    }
}
