package org.tsurutus.screen.sight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsurutus.screen.Box;

class MarkTest {
    private static final int WHITE = 0xFFFFFF;
    private static final int DARK = 0x202020;
    private static final int FACE = 0xF0F0F0;

    @ParameterizedTest
    @ValueSource(ints = {13, 16, 20, 26, 32})
    void anEmptySquareIsAMarkThatIsNotChecked(int size) {
        Sketch sketch = labelled(new Sketch(FACE).frame(square(size), 0x333333, WHITE), size, 0);

        assertThat(marks(sketch)).containsExactly(new Mark(square(size), false, false));
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 16, 20, 26, 32})
    void aTickChecksASquare(int size) {
        Box box = square(size);
        Sketch sketch = new Sketch(FACE).frame(box, 0x333333, WHITE).tick(box, 0);

        assertThat(marks(labelled(sketch, size, 0))).containsExactly(new Mark(box, false, true));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 20, 32})
    void aFilledSquareWithAWhiteTickIsChecked(int size) {
        Box box = square(size);
        Sketch sketch = new Sketch(DARK).fill(box, 0x1A5FB4).tick(box, WHITE);

        assertThat(marks(labelled(sketch, size, WHITE)))
                .containsExactly(new Mark(box, false, true));
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 20, 28})
    void aDotChecksACircle(int size) {
        Sketch empty = circle(size);
        Sketch checked = circle(size).disc(inset(square(size), size * 3 / 10), 0);

        assertThat(marks(labelled(empty, size, 0)))
                .extracting(Mark::round, Mark::checked)
                .containsExactly(tuple(true, false));
        assertThat(marks(labelled(checked, size, 0)))
                .extracting(Mark::round, Mark::checked)
                .containsExactly(tuple(true, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Only once", "Окно программы", "Я принимаю", "Every time"})
    void lettersAreNoMarks(String text) {
        assertThat(marks(new Sketch(WHITE).text(text, 40, 60, 26, 0))).isEmpty();
    }

    @Test
    void theIconOfAMessageIsTooLarge() {
        Sketch sketch = new Sketch(WHITE).disc(new Box(30, 30, 32, 32), 0x2A6FD0);
        sketch.fill(new Box(45, 40, 3, 14), WHITE).text("Setup is complete", 76, 50, 12, 0);

        assertThat(marks(sketch)).isEmpty();
    }

    @Test
    void anIconOfSeveralColoursIsNoMark() {
        Sketch sketch = new Sketch(WHITE).fill(new Box(40, 40, 8, 16), 0xF5C518);
        sketch.fill(new Box(48, 40, 8, 16), 0x2A6FD0).text("Drivers", 66, 53, 12, 0);

        assertThat(marks(sketch)).isEmpty();
    }

    private static Box square(int size) {
        return new Box(40, 40, size, size);
    }

    private static Box inset(Box box, int by) {
        return new Box(box.x() + by, box.y() + by, box.width() - 2 * by, box.height() - 2 * by);
    }

    private static Sketch circle(int size) {
        return new Sketch(FACE).disc(square(size), 0x444444).disc(inset(square(size), 1), WHITE);
    }

    private static Sketch labelled(Sketch sketch, int size, int colour) {
        return sketch.text(
                "Iagree(P)", 40 + size + size / 2, 40 + size * 8 / 10, size * 12 / 13, colour);
    }

    private static List<Mark> marks(Sketch sketch) {
        Picture picture = sketch.picture();
        return TextLines.find(picture).stream()
                .flatMap(line -> Mark.before(picture, line).stream())
                .distinct()
                .toList();
    }
}
