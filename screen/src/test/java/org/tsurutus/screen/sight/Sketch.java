package org.tsurutus.screen.sight;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.Frame;

/// A small picture to draw controls on.
final class Sketch {
    private static final int WIDTH = 400;
    private static final int HEIGHT = 120;

    private final BufferedImage image =
            new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D graphics = image.createGraphics();

    Sketch(int paper) {
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        fill(new Box(0, 0, WIDTH, HEIGHT), paper);
    }

    Sketch fill(Box box, int colour) {
        graphics.setColor(new Color(colour));
        graphics.fillRect(box.x(), box.y(), box.width(), box.height());
        return this;
    }

    /// A filled rectangle with an edge of one pixel.
    Sketch frame(Box box, int edge, int inside) {
        fill(box, edge);
        return fill(new Box(box.x() + 1, box.y() + 1, box.width() - 2, box.height() - 2), inside);
    }

    Sketch tick(Box box, int colour) {
        graphics.setColor(new Color(colour));
        graphics.setStroke(new BasicStroke(box.width() / 7f));
        int[] across = {25, 43, 75};
        int[] down = {52, 70, 30};
        for (int point = 0; point < across.length; point++) {
            across[point] = box.x() + across[point] * box.width() / 100;
            down[point] = box.y() + down[point] * box.height() / 100;
        }
        graphics.drawPolyline(across, down, across.length);
        return this;
    }

    Sketch disc(Box box, int colour) {
        graphics.setColor(new Color(colour));
        graphics.fillOval(box.x(), box.y(), box.width(), box.height());
        return this;
    }

    Sketch text(String text, int x, int base, int size, int colour) {
        graphics.setColor(new Color(colour));
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
        graphics.drawString(text, x, base);
        return this;
    }

    Picture picture() {
        return Picture.of(
                new Frame(WIDTH, HEIGHT, image.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH)));
    }
}
