package org.tsurutus.screen.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.text.Letters;

class HeadingTest {
    private static final Box FACE = new Box(10, 10, 400, 60);

    @Test
    void ofACommandWithAPictureTheFirstLineIsFound() {
        Frame frame =
                painted(graphics -> {
                    graphics.setColor(new Color(0x30A040));
                    graphics.fillRect(24, 22, 16, 16);
                    graphics.setColor(new Color(0x003399));
                    graphics.setFont(new Font("Liberation Sans", Font.PLAIN, 18));
                    graphics.drawString("Run viewer.exe", 54, 36);
                    graphics.setFont(new Font("Liberation Sans", Font.PLAIN, 12));
                    graphics.drawString("Published by Gypsy Quay", 54, 54);
                });

        Optional<Box> heading = Heading.of(Picture.of(frame), FACE);

        assertThat(heading)
                .get()
                .satisfies(box -> {
                    assertThat(box.x()).isBetween(50, 58);
                    assertThat(box.bottom()).isLessThan(44);
                });
        Box read = new Lettering(Picture.of(frame)).toRead(heading.orElseThrow());
        assertThat(Letters.standard().look(frame.crop(read)).reading().text())
                .isEqualTo("Run viewer.exe");
    }

    @Test
    void aFirstWordIsNoPicture() {
        Frame frame =
                painted(graphics -> {
                    graphics.setColor(Color.BLACK);
                    graphics.setFont(new Font("Liberation Sans", Font.PLAIN, 16));
                    graphics.drawString("I accept", 180, 45);
                });

        assertThat(Heading.of(Picture.of(frame), FACE))
                .get()
                .satisfies(box -> assertThat(box.x()).isBetween(178, 183));
    }

    @Test
    void anEmptyFaceHasNone() {
        Picture blank = Picture.of(painted(_ -> {}));

        assertThat(Heading.of(blank, FACE)).isEmpty();
        assertThat(Heading.of(blank, new Box(418, 78, 3, 2))).isEmpty();
    }

    private static Frame painted(Consumer<Graphics2D> painter) {
        BufferedImage image = new BufferedImage(420, 80, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(new Color(0xF2F8FC));
        graphics.fillRect(0, 0, 420, 80);
        painter.accept(graphics);
        graphics.dispose();
        return new Frame(420, 80, image.getRGB(0, 0, 420, 80, null, 0, 420));
    }
}
