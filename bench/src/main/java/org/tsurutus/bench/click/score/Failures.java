package org.tsurutus.bench.click.score;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.tsurutus.bench.BenchException;
import org.tsurutus.bench.click.Picture;
import org.tsurutus.bench.click.Place;
import org.tsurutus.bench.click.TrueControl;

/// Writes frames on which a clicker failed: what was intended in green, what else can be worked in
/// grey, what was found in blue, what was pressed in red; `failures.txt` says why, a line each.
public final class Failures {
    private final Path folder;

    /// @param folder takes the pictures; made if need be
    /// @throws BenchException when it cannot be made
    public Failures(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new BenchException("cannot make " + folder + " (" + e + "); name another", e);
        }
    }

    /// Writes all that failed.
    ///
    /// @throws BenchException when a picture cannot be read or written
    public void write(Map<Picture, Judgement> judged) {
        List<Map.Entry<Picture, Judgement>> failed =
                judged.entrySet().stream()
                        .filter(each -> !each.getValue().verdict().isGood())
                        .toList();
        try {
            for (Map.Entry<Picture, Judgement> each : failed) {
                draw(each.getKey(), each.getValue());
            }
            Files.write(
                    folder.resolve("failures.txt"),
                    failed.stream().map(each -> each.getValue().why()).toList(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new BenchException("cannot write in " + folder + " (" + e + "); free it", e);
        }
    }

    private void draw(Picture picture, Judgement judgement) throws IOException {
        BufferedImage read = ImageIO.read(picture.png().toFile());
        BufferedImage image =
                new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.drawImage(read, 0, 0, null);
        for (TrueControl control : judgement.truth().controls()) {
            frame(pen, control.box(), Color.GRAY, 1);
        }
        judgement.seen().found().forEach(found -> frame(pen, found.box(), Color.BLUE, 1));
        judgement.truth().wanted().forEach(each -> frame(pen, each.box(), Color.GREEN, 3));
        judgement.seen().press().ifPresent(found -> frame(pen, found.box(), Color.RED, 2));
        pen.dispose();
        ImageIO.write(image, "png", folder.resolve(judgement.truth().id() + ".png").toFile());
    }

    private static void frame(Graphics2D pen, Place box, Color colour, int width) {
        pen.setColor(colour);
        pen.setStroke(new BasicStroke(width));
        pen.drawRect(box.x(), box.y(), box.width() - 1, box.height() - 1);
    }
}
