package org.tsurutus.screen;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tsurutus.screen.PaintedDialog.Field;
import org.tsurutus.screen.PaintedDialog.PaintedButton;
import org.tsurutus.screen.PaintedDialog.Way;

/// A PC with dialogs on its screen that close, or do not, when they are clicked.
final class PaintedDesktop implements Screen, Input {
    private static final Color DESKTOP = new Color(0x256F95);
    private static final Color FAINT = new Color(0xA0A0A0);
    private static final Map<Key, String> NAMES =
            Map.of(Key.ENTER, "ENTER", Key.TAB, "TAB", Key.ALT, "ALT", Key.SPACE, "SPACE");

    private final int width;
    private final int height;
    private final List<PaintedDialog> dialogs = new ArrayList<>();
    private final List<String> pressed = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private Optional<PaintedButton> held = Optional.empty();
    private int pointerX;
    private int pointerY;
    private boolean down;
    private boolean alt;

    PaintedDesktop(int width, int height) {
        this.width = width;
        this.height = height;
        pointerX = width / 2;
        pointerY = height / 2;
    }

    void show(PaintedDialog dialog) {
        dialogs.add(dialog);
    }

    /// The labels of the buttons that were pressed, in order; a click beside all buttons is
    /// `nothing`.
    List<String> pressed() {
        return pressed;
    }

    /// What the devices were told, in order.
    List<String> events() {
        return events;
    }

    boolean dialogUnderPointer() {
        return !dialogs.isEmpty() && dialogs.getLast().box().contains(pointerX, pointerY);
    }

    /// What it shows, with the pointer where another desktop has it.
    Frame frameWithPointerOf(PaintedDesktop other) {
        pointerX = other.pointerX;
        pointerY = other.pointerY;
        return frame();
    }

    int open() {
        return dialogs.size();
    }

    @Override
    public void pointer(int x, int y, boolean nowDown, int frameWidth, int frameHeight) {
        if (x < 0 || y < 0 || x >= width || y >= height || frameWidth != width) {
            throw new ScreenException("no point " + x + "," + y + " on this desktop");
        }
        pointerX = x;
        pointerY = y;
        events.add(nowDown ? "down" : down ? "up" : "move");
        if (!dialogs.isEmpty() && dialogs.getLast().habits().shy()) {
            flee(dialogs.getLast());
        }
        if (nowDown && !down) {
            held = under();
        }
        if (down && !nowDown) {
            click();
            held = Optional.empty();
        }
        down = nowDown;
    }

    private void flee(PaintedDialog dialog) {
        if (dialog.box().contains(pointerX, pointerY)) {
            int left = pointerX > width / 2 ? 40 : width - dialog.width() - 60;
            dialogs.set(dialogs.size() - 1, dialog.at(left, dialog.y()));
        }
    }

    private void click() {
        if (held.isPresent() && held.equals(under())) {
            press(held.get(), Way.CLICK);
            return;
        }
        if (!dialogs.isEmpty()) {
            PaintedDialog top = dialogs.getLast();
            if (top.term().isPresent()
                    && top.tickBox().with(termLabel(top)).contains(pointerX, pointerY)) {
                dialogs.set(dialogs.size() - 1, top.ticked());
                pressed.add(top.term().get().label());
                return;
            }
            if (top.field().isPresent() && top.fieldBox().contains(pointerX, pointerY)) {
                dialogs.set(dialogs.size() - 1, top.with(new Field("", true)));
                return;
            }
        }
        pressed.add("nothing");
    }

    private static Box termLabel(PaintedDialog dialog) {
        Box tick = dialog.tickBox();
        return new Box(tick.right(), tick.y(), 150, tick.height());
    }

    @Override
    public void wheel(int notches) {
        events.add("wheel " + notches);
    }

    @Override
    public void key(Key key, boolean nowDown) {
        events.add(name(key) + (nowDown ? " down" : " up"));
        if (key.equals(Key.ALT)) {
            alt = nowDown;
        }
        if (!nowDown || dialogs.isEmpty()) {
            return;
        }
        PaintedDialog top = dialogs.getLast();
        if (key.equals(Key.ENTER)) {
            focused(top).ifPresent(button -> press(button, Way.ENTER));
        } else if (key.equals(Key.TAB)) {
            dialogs.set(dialogs.size() - 1, top.tabbed());
        } else if (top.field().filter(Field::focused).isPresent()) {
            String typed = top.field().get().text() + Character.toString(key.keysym());
            dialogs.set(dialogs.size() - 1, top.with(new Field(typed, true)));
        } else if (key.equals(Key.SPACE)) {
            focused(top).ifPresent(button -> press(button, Way.SPACE));
        } else if (alt) {
            String letter = "(" + Character.toString(key.keysym()).toUpperCase(Locale.ROOT) + ")";
            top.buttons().stream()
                    .filter(button -> button.label().endsWith(letter))
                    .findFirst()
                    .ifPresent(button -> press(button, Way.LETTER));
        }
    }

    private static String name(Key key) {
        return NAMES.getOrDefault(key, Character.toString(key.keysym()));
    }

    private static Optional<PaintedButton> focused(PaintedDialog dialog) {
        return dialog.buttons().stream().filter(PaintedButton::isDefault).findFirst();
    }

    private void press(PaintedButton button, Way way) {
        PaintedDialog dialog = dialogs.getLast();
        if (dialog.waits(button) || !dialog.habits().ways().contains(way)) {
            return;
        }
        pressed.add(button.label());
        if (dialog.habits().closes()) {
            dialogs.removeLast();
        } else {
            dialogs.set(dialogs.size() - 1, dialog.withDefault(button.label()));
        }
        dialog.onPress().accept(button.label());
    }

    private Optional<PaintedButton> under() {
        if (dialogs.isEmpty()) {
            return Optional.empty();
        }
        PaintedDialog top = dialogs.getLast();
        return top.buttons().stream()
                .filter(button -> top.box(button).contains(pointerX, pointerY))
                .findFirst();
    }

    @Override
    public Frame frame() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(DESKTOP);
        graphics.fillRect(0, 0, width, height);
        dialogs.forEach(dialog -> paint(graphics, dialog));
        paintPointer(graphics);
        graphics.dispose();
        return new Frame(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    }

    private static void paint(Graphics2D graphics, PaintedDialog dialog) {
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING,
                switch (dialog.style()) {
                    case CLASSIC, WINE -> RenderingHints.VALUE_TEXT_ANTIALIAS_OFF;
                    case FLAT, ROUND -> RenderingHints.VALUE_TEXT_ANTIALIAS_ON;
                });
        Color face =
                switch (dialog.style()) {
                    case CLASSIC -> new Color(0xD4D0C8);
                    case WINE -> new Color(0xF5F5F5);
                    case FLAT -> new Color(0xF0F0F0);
                    case ROUND -> new Color(0xECE9D8);
                };
        Painter painter = new Painter(graphics);
        graphics.setColor(face);
        graphics.fillRect(dialog.x(), dialog.y(), dialog.width(), PaintedDialog.HEIGHT);
        painter.bevel(
                dialog.x(),
                dialog.y(),
                dialog.width(),
                PaintedDialog.HEIGHT,
                face.getRGB(),
                0x404040);
        graphics.setColor(new Color(0x0A246A));
        graphics.fillRect(
                dialog.x() + 3, dialog.y() + 3, dialog.width() - 6, PaintedDialog.TITLE - 4);
        graphics.setFont(dialog.font());
        graphics.setColor(Color.WHITE);
        graphics.drawString("Setup - Install", dialog.x() + 8, dialog.y() + 16);
        paintCloseBox(graphics, painter, dialog, face);
        graphics.setColor(Color.BLACK);
        graphics.drawString(dialog.message(), dialog.x() + 20, dialog.y() + 55);
        dialog.term().ifPresent(term -> painter.term(dialog.tickBox(), term));
        dialog.field().ifPresent(field -> painter.field(dialog.fieldBox(), field));
        for (PaintedButton button : dialog.buttons()) {
            boolean waits = dialog.waits(button);
            painter.button(
                    dialog.style(),
                    waits ? button.unmarked() : button,
                    dialog.box(button),
                    face.getRGB(),
                    waits ? FAINT : Color.BLACK);
        }
    }

    private static void paintCloseBox(
            Graphics2D graphics, Painter painter, PaintedDialog dialog, Color face) {
        int x = dialog.x() + dialog.width() - 21;
        int y = dialog.y() + 5;
        graphics.setColor(face);
        graphics.fillRect(x, y, 16, 14);
        painter.bevel(x, y, 16, 14, 0xFFFFFF, 0x404040);
        graphics.setColor(Color.BLACK);
        graphics.drawLine(x + 4, y + 3, x + 11, y + 10);
        graphics.drawLine(x + 11, y + 3, x + 4, y + 10);
    }

    private void paintPointer(Graphics2D graphics) {
        Polygon arrow =
                new Polygon(
                        new int[] {0, 0, 4, 7, 9, 6, 11}, new int[] {0, 16, 12, 18, 17, 11, 11}, 7);
        arrow.translate(pointerX, pointerY);
        graphics.setColor(Color.BLACK);
        graphics.fill(arrow);
        graphics.setColor(Color.WHITE);
        graphics.setStroke(new BasicStroke(1));
        graphics.draw(arrow);
    }
}
