package org.tsurutus.screen;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsurutus.screen.PaintedDialog.PaintedButton;

/// A PC with dialogs on its screen that close, or do not, when they are clicked.
final class PaintedDesktop implements Screen, Input {
    private static final Color DESKTOP = new Color(0x256F95);

    private final int width;
    private final int height;
    private final List<PaintedDialog> dialogs = new ArrayList<>();
    private final List<String> pressed = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private Optional<PaintedButton> held = Optional.empty();
    private int pointerX;
    private int pointerY;
    private boolean down;

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
        if (nowDown && !down) {
            held = under();
        }
        if (down && !nowDown) {
            if (held.isPresent() && held.equals(under())) {
                press(held.get());
            } else {
                pressed.add("nothing");
            }
            held = Optional.empty();
        }
        down = nowDown;
    }

    @Override
    public void wheel(int notches) {
        events.add("wheel " + notches);
    }

    @Override
    public void key(Key key, boolean nowDown) {
        events.add(key + (nowDown ? " down" : " up"));
        if (key.equals(Key.ENTER) && nowDown && !dialogs.isEmpty()) {
            dialogs.getLast().buttons().stream()
                    .filter(PaintedButton::isDefault)
                    .findFirst()
                    .ifPresent(this::press);
        }
    }

    private void press(PaintedButton button) {
        PaintedDialog dialog = dialogs.getLast();
        pressed.add(button.label());
        if (dialog.closes()) {
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
        for (PaintedButton button : dialog.buttons()) {
            painter.button(dialog.style(), button, dialog.box(button), face.getRGB());
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
        graphics.drawString("x", x + 5, y + 10);
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
