package org.tsurutus.screen.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.Frame;

class PanelShapeTest {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 600;
    private static final Box DIALOG = new Box(200, 200, 400, 160);

    private final BufferedImage screen =
            new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    private final Graphics2D graphics = screen.createGraphics();

    PanelShapeTest() {
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(new Color(0x205060));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
    }

    @Test
    void aRectangleOnTheDesktopIsAlone() {
        sheet(DIALOG);
        question();

        assertThat(find()).extracting(PanelShape::style).containsExactly(PanelShape.Style.ALONE);
        assertThat(find().getFirst().buttons()).hasSize(2);
    }

    @Test
    void aRectangleOnALargerOneIsNotAlone() {
        sheet(new Box(60, 60, 680, 440));
        sheet(DIALOG);
        question();

        assertThat(find()).extracting(PanelShape::style).containsExactly(PanelShape.Style.PANE);
    }

    @Test
    void aRectangleAboveTheClockIsNotAlone() {
        Box corner = new Box(WIDTH - 340, HEIGHT - 180, 330, 130);
        sheet(corner);
        button(new Box(corner.x() + 20, corner.bottom() - 40, 90, 26), "Restart");

        assertThat(find()).extracting(PanelShape::style).containsExactly(PanelShape.Style.PANE);
    }

    @Test
    void aDialogWhoseCornerIsHiddenIsSeen() {
        sheet(DIALOG);
        question();
        sheet(new Box(420, 100, 330, 170));

        List<PanelShape> panels = find();

        assertThat(panels).hasSize(1);
        assertThat(panels.getFirst().buttons()).hasSize(2);
    }

    @Test
    void theCrossOfATitleOfTheDesktopsColourBelongsToTheWindowBelow() {
        sheet(DIALOG);
        question();
        graphics.setColor(Color.WHITE);
        for (int step = -4; step <= 4; step++) {
            graphics.fillRect(585 + step, 185 + step, 1, 1);
            graphics.fillRect(585 + step, 185 - step, 1, 1);
        }

        List<PanelShape> panels = find();

        assertThat(panels).extracting(PanelShape::style).containsExactly(PanelShape.Style.WINDOW);
        assertThat(panels.getFirst().box().y()).isBetween(160, 182);
    }

    @Test
    void aStripAcrossTheScreenIsSeenWithTheButtonsBehindItsText() {
        sheet(new Box(0, 500, WIDTH, 44));
        text("This type of file can harm your computer.", 20, 526);
        button(new Box(400, 509, 80, 26), "Keep");
        button(new Box(490, 509, 80, 26), "Discard");

        List<PanelShape> panels = find();

        assertThat(panels).extracting(PanelShape::style).containsExactly(PanelShape.Style.STRIP);
        assertThat(panels.getFirst().buttons()).hasSize(2);
    }

    @Test
    void textInAFieldAboveMayBeAnAddress() {
        sheet(new Box(20, 20, 500, 24));
        text("https://example.com/news", 30, 36);
        text("Nothing encloses this line.", 30, 80);
        sheet(DIALOG);
        question();

        List<TextLine> above = find().getFirst().above();

        assertThat(above).extracting(line -> line.box().y()).allMatch(y -> y < 44).isNotEmpty();
    }

    private void question() {
        text("Do you want to go on with this?", DIALOG.x() + 30, DIALOG.y() + 50);
        button(new Box(DIALOG.x() + 30, DIALOG.bottom() - 44, 90, 26), "Yes");
        button(new Box(DIALOG.x() + 130, DIALOG.bottom() - 44, 90, 26), "Cancel");
    }

    private void sheet(Box box) {
        graphics.setColor(new Color(0xF0F0F0));
        graphics.fillRect(box.x(), box.y(), box.width(), box.height());
        graphics.setColor(new Color(0x909090));
        graphics.drawRect(box.x(), box.y(), box.width() - 1, box.height() - 1);
    }

    private void button(Box box, String label) {
        graphics.setColor(new Color(0xE1E1E1));
        graphics.fillRect(box.x(), box.y(), box.width(), box.height());
        graphics.setColor(new Color(0x808080));
        graphics.drawRect(box.x(), box.y(), box.width() - 1, box.height() - 1);
        int width = graphics.getFontMetrics().stringWidth(label);
        text(label, box.x() + (box.width() - width) / 2, box.y() + box.height() / 2 + 4);
    }

    private void text(String text, int x, int y) {
        graphics.setColor(Color.BLACK);
        graphics.drawString(text, x, y);
    }

    private List<PanelShape> find() {
        int[] pixels = screen.getRGB(0, 0, WIDTH, HEIGHT, new int[WIDTH * HEIGHT], 0, WIDTH);
        Picture picture = Picture.of(new Frame(WIDTH, HEIGHT, pixels));
        return PanelShape.find(picture, TextLines.find(picture));
    }
}
