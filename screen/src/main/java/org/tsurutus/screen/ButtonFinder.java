package org.tsurutus.screen;

import java.util.List;
import org.tsurutus.screen.TextReader.Reading;
import org.tsurutus.screen.internal.Shape;

/// Finds buttons in a frame: first by their edges, then by reading what stands inside.
public final class ButtonFinder {
    private final TextReader reader;

    public ButtonFinder(TextReader reader) {
        this.reader = reader;
    }

    /// The buttons of a frame in reading order, at most 64; empty where there is no dialog.
    ///
    /// @throws ScreenException when the text reader fails
    public List<Button> find(Frame frame) {
        return Shape.find(frame).stream().map(shape -> read(frame, shape)).toList();
    }

    private Button read(Frame frame, Shape shape) {
        // No button has a bar on it, but in most fonts a capital I looks like one.
        Reading reading = reader.read(frame.crop(shape.inside()));
        return new Button(
                shape.box(),
                reading.text().replace('|', 'I'),
                shape.sureness() * reading.confidence(),
                shape.isDefault());
    }
}
