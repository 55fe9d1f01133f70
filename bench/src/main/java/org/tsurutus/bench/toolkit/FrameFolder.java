package org.tsurutus.bench.toolkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tsurutus.bench.BenchException;
import org.tsurutus.bench.click.Place;
import org.tsurutus.bench.click.Truth;
import org.tsurutus.screen.Frame;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A folder of frames, each a PNG file with its truth beside it.
///
/// @param path the folder
record FrameFolder(Path path) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static FrameFolder make(Path path) {
        try {
            return new FrameFolder(Files.createDirectories(path));
        } catch (IOException e) {
            throw new BenchException("cannot make the folder " + path + " for frames: " + e, e);
        }
    }

    /// Writes one frame.
    ///
    /// @throws BenchException when a box of the truth does not lie on the frame, or a file cannot
    ///   be written
    void write(Frame frame, Truth truth) {
        truth.panels().forEach(panel -> check(truth, frame, panel.box(), panel.title()));
        truth.controls().forEach(control -> check(truth, frame, control.box(), control.label()));
        frame.writePng(path.resolve(truth.id() + ".png"));
        try {
            Files.write(path.resolve(truth.id() + ".json"), JSON.writeValueAsBytes(truth));
        } catch (IOException e) {
            throw new BenchException("cannot write the truth of " + truth.id() + ": " + e, e);
        }
    }

    private static void check(Truth truth, Frame frame, Place place, String what) {
        if (!place.within(frame.width(), frame.height()).equals(place)) {
            throw new BenchException(
                    "'%s' of %s lies at %s, outside its frame of %d x %d; place the dialog elsewhere"
                            .formatted(what, truth.id(), place, frame.width(), frame.height()));
        }
    }
}
