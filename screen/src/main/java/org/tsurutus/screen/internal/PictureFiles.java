package org.tsurutus.screen.internal;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
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
        return read(file, "png");
    }

    /// Reads a PNG, JPEG or BMP file in the same way; its first bytes say which it is.
    public static Frame read(Path file) {
        return read(file, format(file));
    }

    private static String format(Path file) {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] start = stream.readNBytes(2);
            String known = start.length < 2 ? "" : HexFormat.of().formatHex(start);
            return switch (known) {
                case "8950" -> "png";
                case "ffd8" -> "jpeg";
                case "424d" -> "bmp";
                default ->
                        throw new ScreenException(
                                file + " is no PNG, JPEG or BMP picture; convert it to PNG");
            };
        } catch (IOException e) {
            throw new ScreenException("cannot read the picture " + file + ": " + e, e);
        }
    }

    private static Frame read(Path file, String format) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        try (ImageInputStream stream =
                new MemoryCacheImageInputStream(Files.newInputStream(file))) {
            reader.setInput(stream, true, true);
            Frame.checkSize(reader.getWidth(0), reader.getHeight(0), file.toString());
            BufferedImage image = reader.read(0);
            int[] rgb =
                    image.getRGB(
                            0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
            return new Frame(image.getWidth(), image.getHeight(), rgb);
        } catch (ScreenException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // the readers of Java fail in many ways on damaged pictures
            throw new ScreenException(
                    "cannot read %s as a %s picture: %s; take an undamaged one"
                            .formatted(file, format.toUpperCase(Locale.ROOT), e.getMessage()),
                    e);
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
