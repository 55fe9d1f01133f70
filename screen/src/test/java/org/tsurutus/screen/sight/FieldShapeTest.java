package org.tsurutus.screen.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tsurutus.screen.Box;

class FieldShapeTest {
    private static final Box FIELD = new Box(80, 40, 200, 24);
    private static final int FACE = 0xF0F0F0;

    @Test
    void anEmptyFieldIsFoundWithinItsEdges() {
        assertThat(found(new Sketch(FACE).frame(FIELD, 0x7A7A7A, 0xFFFFFF)))
                .singleElement()
                .matches(FIELD::contains)
                .matches(field -> field.width() > 180 && field.height() >= 14);
    }

    @Test
    void aCaretIsNoText() {
        Sketch sketch = new Sketch(FACE).frame(FIELD, 0x7A7A7A, 0xFFFFFF);

        assertThat(found(sketch.fill(new Box(85, 44, 1, 16), 0))).hasSize(1);
    }

    @Test
    void aFieldWithTextIsNotEmpty() {
        Sketch sketch = new Sketch(FACE).frame(FIELD, 0x7A7A7A, 0xFFFFFF);

        assertThat(found(sketch.text("serial number 12345", 86, 57, 14, 0))).isEmpty();
    }

    @Test
    void aBarThatFillsUpIsNoField() {
        Sketch sketch = new Sketch(FACE).frame(FIELD, 0x7A7A7A, 0xE0E0E0);

        assertThat(found(sketch.fill(new Box(81, 41, 90, 22), 0x06B025))).isEmpty();
    }

    private static List<Box> found(Sketch sketch) {
        Picture picture = sketch.picture();
        return FieldShape.empty(picture, picture.box());
    }
}
