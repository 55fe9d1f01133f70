package org.tsurutus.bench.click.draw;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalInt;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Cuts pictures to size and wears them.
final class Pictures {
    private Pictures() {}

    /// The picture as the frame shows it: its top left part, after a trip through JPEG if wished.
    static byte[] finish(byte[] png, int width, int height, OptionalInt jpeg) {
        try {
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
            boolean fits = image.getWidth() == width && image.getHeight() == height;
            if (fits && jpeg.isEmpty()) {
                return png;
            }
            BufferedImage part = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            part.createGraphics().drawImage(image, 0, 0, null);
            BufferedImage worn = jpeg.isPresent() ? throughJpeg(part, jpeg.getAsInt()) : part;
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(worn, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage throughJpeg(BufferedImage image, int percent) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam quality = writer.getDefaultWriteParam();
        quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        quality.setCompressionQuality(percent / 100f);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), quality);
        } finally {
            writer.dispose();
        }
        return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
    }
}
