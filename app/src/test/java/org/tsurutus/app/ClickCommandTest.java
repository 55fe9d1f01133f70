package org.tsurutus.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.screen.CrazyClicker;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.Input;
import org.tsurutus.screen.Key;
import org.tsurutus.screen.ScreenClock;
import org.tsurutus.screen.Tesseract;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What would be clicked, and whether a run's clicks would be made again.
class ClickCommandTest {
    private static final int WIDTH = 800;
    private static final int HEIGHT = 600;

    @TempDir private Path directory;

    @Test
    void aPictureOfAnyUsualFormatIsInspected() throws IOException {
        for (String format : new String[] {"png", "bmp"}) {
            Path file = directory.resolve("shot." + format);
            ImageIO.write(dialog(), format, file.toFile());

            Said said = Said.by("click", file.toString());

            assertThat(said.code()).isZero();
            JsonNode json = JsonMapper.shared().readTree(said.output());
            assertThat(json.path("press").path("label").asString()).isEqualTo("OK");
            assertThat(json.path("scene").path("panels")).hasSize(1);
        }
    }

    @Test
    void theClicksOfARunAreDecidedAgainInTheSameWay() throws IOException {
        clickOnce();

        Said said = Said.by("click", "--replay", directory.toString());

        assertThat(said.output())
                .matches("1 screens/0001-before.png \"OK\" at \\d+,\\d+: the same\\R");
        assertThat(said.code()).isZero();
        JsonNode json =
                JsonMapper.shared()
                        .readTree(
                                Said.by("click", "--replay", directory.toString(), "--json")
                                        .output());
        assertThat(json.path("same").asBoolean()).isTrue();
        assertThat(json.path("label").asString()).isEqualTo("OK");
    }

    @Test
    void aClickThatWouldNotBeMadeAgainIsTold() throws IOException {
        clickOnce();
        Path clicks = directory.resolve("clicks.jsonl");
        String line = Files.readString(clicks);
        Files.writeString(clicks, line + line.replace("\"label\":\"OK\"", "\"label\":\"Yes\""));

        Said said = Said.by("click", "--replay", directory.toString());

        assertThat(said.output().lines().toList().get(1))
                .startsWith("2 screens/0001-before.png \"Yes\" at ")
                .contains("now \"OK\" at ");
        assertThat(said.code()).isOne();
    }

    @Test
    void aPictureThatIsMissingOrAnotherOneIsNoProof() throws IOException {
        clickOnce();
        Path picture = directory.resolve("screens/0001-before.png");
        ImageIO.write(new BufferedImage(9, 9, BufferedImage.TYPE_INT_RGB), "png", picture.toFile());

        Said other = Said.by("click", "--replay", directory.toString());
        Files.delete(picture);
        Said missing = Said.by("click", "--replay", directory.toString());

        assertThat(other.output()).contains("its picture is not the one that was judged");
        assertThat(missing.output()).contains("its picture was not kept");
        assertThat(other.code()).isOne();
        assertThat(missing.code()).isOne();
    }

    @Test
    void aDirectoryWithoutClicksIsRefused() {
        Said said = Said.by("click", "--replay", directory.toString());

        assertThat(said.code()).isEqualTo(3);
        assertThat(said.errors()).contains("clicks.jsonl is no file of clicks");
    }

    private void clickOnce() {
        BufferedImage image = dialog();
        Frame frame = new Frame(WIDTH, HEIGHT, image.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH));
        try (Tesseract reader = Tesseract.open();
                CrazyClicker clicker =
                        new CrazyClicker(
                                () -> frame,
                                new NoInput(),
                                reader,
                                directory.resolve("screens"),
                                directory.resolve("clicks.jsonl"),
                                ScreenClock.system(System.nanoTime()),
                                new SplittableRandom(1))) {
            assertThat(clicker.look()).isPresent();
        }
    }

    private record NoInput() implements Input {
        @Override
        public void pointer(int x, int y, boolean pressed, int width, int height) {}

        @Override
        public void wheel(int notches) {}

        @Override
        public void key(Key key, boolean pressed) {}
    }

    private static BufferedImage dialog() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(new Color(0x256F95));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(new Color(0xF0F0F0));
        graphics.fillRect(200, 200, 320, 130);
        graphics.setColor(Color.GRAY);
        graphics.drawRect(200, 200, 319, 129);
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font("Liberation Sans", Font.PLAIN, 13));
        graphics.drawString("Shall it go on?", 220, 250);
        button(graphics, 330, "OK");
        button(graphics, 420, "Cancel");
        graphics.dispose();
        return image;
    }

    private static void button(Graphics2D graphics, int x, String label) {
        graphics.setColor(new Color(0xE1E1E1));
        graphics.fillRect(x, 290, 80, 25);
        graphics.setColor(new Color(0x909090));
        graphics.drawRect(x, 290, 79, 24);
        graphics.setColor(Color.BLACK);
        int width = graphics.getFontMetrics().stringWidth(label);
        graphics.drawString(label, x + (80 - width) / 2, 307);
    }
}
