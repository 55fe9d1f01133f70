package org.tsurutus.bench.click.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.bench.click.Place;
import org.tsurutus.bench.click.Split;
import org.tsurutus.bench.click.Surroundings;
import org.tsurutus.bench.click.TrueControl;
import org.tsurutus.bench.click.Truth;

class FrameMakerTest {
    private static final int FIRST = 100;
    private static final int COUNT = 12;

    private static FrameMaker maker;
    private static List<MadeFrame> frames = List.of();

    @BeforeAll
    static void draw() {
        assumeThat(Path.of("/usr/bin/chromium")).as("Debian's chromium").isExecutable();
        Path home = Path.of(System.getProperty("user.home"));
        maker = new FrameMaker(Surroundings.of(System.getenv(), home, Optional.empty()));
        frames =
                LongStream.range(FIRST, FIRST + COUNT)
                        .mapToObj(index -> maker.make(Split.TUNING, index))
                        .toList();
    }

    @AfterAll
    static void close() {
        if (maker != null) {
            maker.close();
        }
    }

    @Test
    void thePictureIsAsLargeAsTheTruthSays() throws Exception {
        for (MadeFrame frame : frames) {
            assertThat(ImageIO.read(new ByteArrayInputStream(frame.png())))
                    .as(frame.truth().id())
                    .satisfies(image -> {
                        assertThat(image.getWidth()).isEqualTo(frame.truth().width());
                        assertThat(image.getHeight()).isEqualTo(frame.truth().height());
                    });
        }
    }

    @Test
    void allBoxesLieInTheFrame() {
        for (MadeFrame frame : frames) {
            Truth truth = frame.truth();
            assertThat(truth.controls())
                    .as(truth.id())
                    .extracting(TrueControl::box)
                    .allSatisfy(box -> {
                        assertThat(box.within(truth.width(), truth.height())).isEqualTo(box);
                        assertThat(box).isNotEqualTo(new Place(box.x(), box.y(), 0, 0));
                    });
        }
    }

    @Test
    void whatIsIntendedCanBeSeenAndWorked() {
        for (MadeFrame frame : frames) {
            Truth truth = frame.truth();
            assertThat(truth.intended().isEmpty()).as(truth.id()).isEqualTo(truth.distractor());
            assertThat(truth.wanted())
                    .as(truth.id())
                    .allMatch(control -> control.visible() >= 0.7 && control.enabled());
        }
        assertThat(frames).anyMatch(frame -> !frame.truth().distractor());
    }

    @Test
    void whateverCanBePressedHasALabel() {
        assertThat(frames)
                .flatMap(frame -> frame.truth().controls())
                .filteredOn(control -> !control.kind().equals("text_field"))
                .extracting(TrueControl::label)
                .noneMatch(String::isBlank)
                .noneMatch(label -> label.contains("&") || label.contains("{"));
    }

    @Test
    void theSameSeedTellsTheSameTruthAndDrawsTheSamePicture() {
        for (int index = 0; index < 3; index++) {
            MadeFrame again = maker.make(Split.TUNING, FIRST + index);

            assertThat(again.truth()).isEqualTo(frames.get(index).truth());
            assertThat(again.png()).isEqualTo(frames.get(index).png());
        }
    }

    @Test
    void theTruthIsReadAsItWasWritten(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("frame.json");
        for (MadeFrame frame : frames) {
            Files.writeString(file, frame.truth().toJson());
            assertThat(Truth.read(file)).isEqualTo(frame.truth());
        }
    }
}
