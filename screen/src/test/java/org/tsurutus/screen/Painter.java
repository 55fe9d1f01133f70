package org.tsurutus.screen;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import org.tsurutus.screen.PaintedDialog.PaintedButton;
import org.tsurutus.screen.PaintedDialog.Style;

/// Draws controls pixel by pixel as the toolkits do.
record Painter(Graphics2D graphics) {
    void bevel(int x, int y, int width, int height, int light, int dark) {
        graphics.setColor(new Color(light));
        graphics.drawLine(x, y, x + width - 2, y);
        graphics.drawLine(x, y, x, y + height - 2);
        graphics.setColor(new Color(dark));
        graphics.drawLine(x, y + height - 1, x + width - 1, y + height - 1);
        graphics.drawLine(x + width - 1, y, x + width - 1, y + height - 1);
    }

    void button(Style style, PaintedButton button, Box box, int face, Color ink) {
        graphics.setColor(new Color(face));
        graphics.fillRect(box.x(), box.y(), box.width(), box.height());
        switch (style) {
            case CLASSIC -> raised(button, box, 0x000000, 0xFFFFFF, 0x404040, face, 0x808080);
            case WINE -> raised(button, box, 0x9E9E9E, 0xFFFFFF, 0x6A6A6A, 0xE3E3E3, 0xA6A6A6);
            case FLAT -> flat(button, box);
            case ROUND -> round(box);
        }
        graphics.setColor(ink);
        FontMetrics metrics = graphics.getFontMetrics();
        int left = box.x() + (box.width() - metrics.stringWidth(button.label())) / 2;
        int base =
                box.y()
                        + (box.height() - metrics.getAscent() - metrics.getDescent()) / 2
                        + metrics.getAscent();
        graphics.drawString(button.label(), left, base);
    }

    void term(Box tick, PaintedDialog.Term term) {
        sunken(tick);
        graphics.setColor(Color.BLACK);
        if (term.ticked()) {
            graphics.setStroke(new BasicStroke(2));
            graphics.drawLine(tick.x() + 3, tick.y() + 6, tick.x() + 5, tick.y() + 9);
            graphics.drawLine(tick.x() + 5, tick.y() + 9, tick.x() + 9, tick.y() + 4);
            graphics.setStroke(new BasicStroke(1));
        }
        graphics.drawString(term.label(), tick.right() + 6, tick.bottom() - 2);
    }

    void field(Box box, PaintedDialog.Field field) {
        sunken(box);
        graphics.setColor(Color.BLACK);
        graphics.drawString(field.text(), box.x() + 5, box.bottom() - 5);
    }

    private void sunken(Box box) {
        graphics.setColor(Color.WHITE);
        graphics.fillRect(box.x(), box.y(), box.width(), box.height());
        bevel(box.x(), box.y(), box.width(), box.height(), 0x808080, 0xFFFFFF);
        bevel(box.x() + 1, box.y() + 1, box.width() - 2, box.height() - 2, 0x404040, 0xD4D0C8);
    }

    private void raised(
            PaintedButton button,
            Box box,
            int frame,
            int light,
            int dark,
            int innerLight,
            int innerDark) {
        int inset = 0;
        if (button.isDefault()) {
            graphics.setColor(new Color(frame));
            graphics.drawRect(box.x(), box.y(), box.width() - 1, box.height() - 1);
            inset = 1;
        }
        bevel(
                box.x() + inset,
                box.y() + inset,
                box.width() - 2 * inset,
                box.height() - 2 * inset,
                light,
                dark);
        bevel(
                box.x() + inset + 1,
                box.y() + inset + 1,
                box.width() - 2 * inset - 2,
                box.height() - 2 * inset - 2,
                innerLight,
                innerDark);
        if (button.isDefault()) {
            dots(box.x() + 4, box.y() + 4, box.width() - 8, box.height() - 8);
        }
    }

    private void dots(int x, int y, int width, int height) {
        graphics.setColor(Color.BLACK);
        for (int column = x; column < x + width; column += 2) {
            graphics.fillRect(column, y, 1, 1);
            graphics.fillRect(column, y + height - 1, 1, 1);
        }
        for (int row = y; row < y + height; row += 2) {
            graphics.fillRect(x, row, 1, 1);
            graphics.fillRect(x + width - 1, row, 1, 1);
        }
    }

    private void flat(PaintedButton button, Box box) {
        graphics.setColor(new Color(0xE1E1E1));
        graphics.fillRect(box.x(), box.y(), box.width(), box.height());
        graphics.setColor(new Color(button.isDefault() ? 0x0078D7 : 0xADADAD));
        graphics.drawRect(box.x(), box.y(), box.width() - 1, box.height() - 1);
        if (button.isDefault()) {
            graphics.drawRect(box.x() + 1, box.y() + 1, box.width() - 3, box.height() - 3);
        }
    }

    private void round(Box box) {
        graphics.setPaint(
                new GradientPaint(
                        box.x(), box.y(), Color.WHITE, box.x(), box.bottom(), new Color(0xD6D0C5)));
        graphics.fillRoundRect(box.x(), box.y(), box.width() - 1, box.height() - 1, 6, 6);
        graphics.setColor(new Color(0x003C74));
        graphics.drawRoundRect(box.x(), box.y(), box.width() - 1, box.height() - 1, 6, 6);
    }
}
