package org.tsurutus.screen;

import java.awt.Font;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// A dialog as a toolkit would draw it.
///
/// @param style which toolkit
/// @param font of message and buttons
/// @param onPress told the label of the pressed button, after the dialog has closed if it closes
/// @param closes whether pressing a button closes it
record PaintedDialog(
        String message,
        List<PaintedButton> buttons,
        Style style,
        Font font,
        int x,
        int y,
        Consumer<String> onPress,
        boolean closes) {
    static final int TITLE = 22;
    static final int HEIGHT = 130;

    enum Style {
        CLASSIC,
        WINE,
        FLAT,
        ROUND
    }

    /// @param isDefault drawn with a dark frame and a focus rectangle, pressed by Enter
    record PaintedButton(String label, int width, int height, boolean isDefault) {}

    static PaintedDialog asking(String message, String... labels) {
        List<PaintedButton> buttons =
                IntStream.range(0, labels.length)
                        .mapToObj(index -> new PaintedButton(labels[index], 75, 23, index == 0))
                        .toList();
        return new PaintedDialog(
                message, buttons, Style.CLASSIC, Fonts.latin(12), 300, 250, _ -> {}, true);
    }

    PaintedDialog with(Style other) {
        return new PaintedDialog(message, buttons, other, font, x, y, onPress, closes);
    }

    PaintedDialog with(Font other) {
        return new PaintedDialog(message, buttons, style, other, x, y, onPress, closes);
    }

    PaintedDialog sized(int width, int height) {
        List<PaintedButton> sized =
                buttons.stream()
                        .map(each -> new PaintedButton(each.label, width, height, each.isDefault))
                        .toList();
        return new PaintedDialog(message, sized, style, font, x, y, onPress, closes);
    }

    PaintedDialog withDefault(String label) {
        List<PaintedButton> marked =
                buttons.stream()
                        .map(each ->
                                new PaintedButton(
                                        each.label,
                                        each.width,
                                        each.height,
                                        each.label.equals(label)))
                        .toList();
        return new PaintedDialog(message, marked, style, font, x, y, onPress, closes);
    }

    PaintedDialog at(int otherX, int otherY) {
        return new PaintedDialog(message, buttons, style, font, otherX, otherY, onPress, closes);
    }

    PaintedDialog then(Consumer<String> action) {
        return new PaintedDialog(message, buttons, style, font, x, y, action, closes);
    }

    PaintedDialog thatStays() {
        return new PaintedDialog(message, buttons, style, font, x, y, onPress, false);
    }

    int width() {
        return Math.max(320, 40 + buttons.stream().mapToInt(button -> button.width() + 10).sum());
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
