package org.tsurutus.screen.eye;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tsurutus.screen.Box;

class CellsTest {
    private static final int COLUMNS = 16;
    private static final int ROWS = 8;
    private static final List<Double> SURE = List.of(0.4, 0.4);
    private static final int CLASSES = SURE.size();
    private static final int STATES = 1;
    private static final int PLANES = CLASSES + 4 + STATES;

    private final float[] values = new float[PLANES * COLUMNS * ROWS];

    CellsTest() {
        Arrays.fill(values, 0, CLASSES * COLUMNS * ROWS, -9);
    }

    @Test
    void cellsThatMeanTheSameBoxAreOneThing() {
        vote(4, 3, 1, 3, new Box(12, 10, 16, 8), 2);
        vote(5, 3, 1, 2, new Box(14, 10, 16, 8), -2);

        List<Thing> things = things();

        assertThat(things).hasSize(1);
        assertThat(things.getFirst().kind()).isEqualTo(1);
        assertThat(things.getFirst().box(0, 0, new Box(0, 0, 64, 32)))
                .isEqualTo(new Box(13, 10, 16, 8));
        assertThat(things.getFirst().states()[0]).isBetween(0.45, 0.6);
    }

    @Test
    void thingsBesideEachOtherStayApart() {
        vote(2, 2, 0, 3, new Box(4, 4, 12, 8), 0);
        vote(8, 2, 0, 3, new Box(28, 4, 12, 8), 0);

        assertThat(things()).hasSize(2);
    }

    @Test
    void whatIsUnlikelyIsNothing() {
        vote(2, 2, 0, -1, new Box(4, 4, 12, 8), 0);

        assertThat(things()).isEmpty();
    }

    @Test
    void boxesBeyondTheFrameAreCutAtItsEdges() {
        vote(0, 0, 0, 3, new Box(0, 0, 60, 30), 0);
        values[plane(CLASSES + 2) + cell(0, 0)] = 400;

        assertThat(things().getFirst().box(10, 20, new Box(0, 0, 50, 40)))
                .isEqualTo(new Box(10, 20, 40, 20));
    }

    private List<Thing> things() {
        return new Cells(FloatBuffer.wrap(values), SURE, false, STATES, COLUMNS, ROWS, 4).things();
    }

    private void vote(int column, int row, int kind, float logit, Box box, float state) {
        int cell = cell(column, row);
        float x = (column + 0.5f) * 4;
        float y = (row + 0.5f) * 4;
        values[plane(kind) + cell] = logit;
        values[plane(CLASSES) + cell] = (x - box.x()) / 4;
        values[plane(CLASSES + 1) + cell] = (y - box.y()) / 4;
        values[plane(CLASSES + 2) + cell] = (box.right() - x) / 4;
        values[plane(CLASSES + 3) + cell] = (box.bottom() - y) / 4;
        values[plane(CLASSES + 4) + cell] = state;
    }

    private static int cell(int column, int row) {
        return row * COLUMNS + column;
    }

    private static int plane(int index) {
        return index * COLUMNS * ROWS;
    }
}
