package org.tsurutus.bench.click.score;

import org.tsurutus.bench.click.Picture;
import org.tsurutus.bench.click.Place;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.Inspection;
import org.tsurutus.screen.Inspector;
import org.tsurutus.screen.Tesseract;
import org.tsurutus.screen.TextReader;
import org.tsurutus.screen.scene.Control;

/// CrazyClicker's eyes and judgement, on pixels alone. It belongs to the thread that opened it.
public final class Recogniser implements Clicker, AutoCloseable {
    private final TextReader reader = Tesseract.open();
    private final Inspector inspector = new Inspector(reader);

    @Override
    public Seen look(Picture picture) {
        Frame frame = Frame.readPng(picture.png());
        long start = System.nanoTime();
        Inspection inspection = inspector.inspect(frame);
        long nanos = System.nanoTime() - start;
        return new Seen(
                inspection.scene().controls().stream().map(Recogniser::found).toList(),
                inspection.press().map(Recogniser::found),
                nanos);
    }

    private static Seen.Found found(Control control) {
        return new Seen.Found(control.kind().word(), Place.of(control.box()), control.label());
    }

    @Override
    public void close() {
        reader.close();
    }
}
