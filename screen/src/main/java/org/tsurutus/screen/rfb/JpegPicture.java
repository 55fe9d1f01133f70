package org.tsurutus.screen.rfb;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ProtocolException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// A rectangle as a JPEG picture.
final class JpegPicture {
    private JpegPicture() {}

    static void decode(byte[] bytes, Rectangle area, Picture picture) throws ProtocolException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (MemoryCacheImageInputStream stream =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(stream, true, true);
            if (reader.getWidth(0) != area.width() || reader.getHeight(0) != area.height()) {
                throw new ProtocolException(
                        "its JPEG picture has "
                                + reader.getWidth(0)
                                + " x "
                                + reader.getHeight(0)
                                + " pixels");
            }
            copy(reader.read(0), area, picture);
        } catch (ProtocolException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Java's reader meets damaged pictures with whatever its parts throw
            ProtocolException broken =
                    new ProtocolException("its JPEG picture cannot be read: " + e.getMessage());
            broken.initCause(e);
            throw broken;
        } finally {
            reader.dispose();
        }
    }

    private static void copy(BufferedImage image, Rectangle area, Picture picture) {
        Raster raster = image.getRaster();
        for (int row = 0; row < area.height(); row++) {
            int at = picture.index(area.x(), area.y() + row);
            for (int column = 0; column < area.width(); column++) {
                // Java takes grey for linear light, VNC does not
                picture.pixels()[at + column] =
                        raster.getNumBands() == 1
                                ? raster.getSample(column, row, 0) * 0x010101
                                : image.getRGB(column, row) & 0xFFFFFF;
            }
        }
    }
}
