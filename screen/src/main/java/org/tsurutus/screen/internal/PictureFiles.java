package org.tsurutus.screen.internal;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.ScreenException;

/// Frames in files.
public final class PictureFiles {
    private PictureFiles() {}

    /// Reads a PNG file, after its size was found to be bearable.
    public static Frame readPng(Path file) {
        ImageReader reader = ImageIO.getImageReadersByFormatName("png").next();
        try (ImageInputStream stream =
                new MemoryCacheImageInputStream(Files.newInputStream(file))) {
            reader.setInput(stream, true, true);
            Frame.checkSize(reader.getWidth(0), reader.getHeight(0), file.toString());
            BufferedImage image = reader.read(0);
            int[] rgb =
                    image.getRGB(
                            0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            return new Frame(image.getWidth(), image.getHeight(), rgb);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new ScreenException(
                    "cannot read " + file + " as a PNG picture: " + e.getMessage(), e);
        } finally {
            reader.dispose();
        }
    }

    /// Writes a PNG file.
    public static void writePng(Frame frame, Path file) {
        BufferedImage image =
                new BufferedImage(frame.width(), frame.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < frame.height(); y++) {
            for (int x = 0; x < frame.width(); x++) {
                image.setRGB(x, y, frame.at(x, y));
            }
        }
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file));
                MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(stream)) {
            if (!ImageIO.write(image, "png", output)) {
                throw new ScreenException(
                        "this Java cannot write PNG; use a complete JDK (java.desktop)");
            }
        } catch (IOException e) {
            throw new ScreenException("cannot write the picture " + file + ": " + e, e);
        }
    }
}
