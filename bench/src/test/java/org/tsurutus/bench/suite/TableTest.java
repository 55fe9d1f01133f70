package org.tsurutus.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
    private static final Goal AT_MOST_THREE = new Goal.AtMost(3, "x");

    @Test
    void everyRowSaysItsGoalWhatWasMeasuredAndWhetherThatIsGoodEnough() {
        Table table = new Table();
        table.add(
                "stats",
                List.of(
                        Row.of("grep -c", Spread.of(List.of(0.5)).text("s")),
                        Row.of("ratio", AT_MOST_THREE, Spread.of(List.of(4.0, 2.0, 3.5)), "x"),
                        Row.of("ratio", AT_MOST_THREE, Spread.of(List.of(3.0)), "x"),
                        Row.failed("sql", ">= 6 s", "exit 2: no such verb")));

        assertThat(table.text())
                .isEqualTo(
                        """
                        what            goal    measured
                        stats: grep -c          0.500 s
                        stats: ratio    <= 3 x  3.500 x (2.000 … 4.000)  NOT MET
                        stats: ratio    <= 3 x  3.000 x                  met
                        stats: sql      >= 6 s  exit 2: no such verb     FAILED
                        """);
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 9.0))).isEqualTo(new Spread(1, 3, 9));
    }

    @Test
    void aSpreadInAnotherUnitStillBeginsWithTheLeast() {
        assertThat(new Spread(1, 2, 4).map(seconds -> 8 / seconds)).isEqualTo(new Spread(2, 4, 8));
    }

    @Test
    void nothingMeasuredIsNoSpread() {
        assertThatThrownBy(() -> Spread.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one value");
    }

    @Test
    void ratiosAreTakenRoundByRound() {
        Series ours = series(2.0, 20.0, 2.0);
        Series theirs = series(1.0, 10.0, 2.0);

        assertThat(ours.ratio(theirs)).isEqualTo(new Spread(1, 2, 2));
    }

    @Test
    void aGoalOfAtLeastIsMetByItsLimit() {
        Goal goal = new Goal.AtLeast(0.5, "GB/s");

        assertThat(goal.text()).isEqualTo(">= 0.5 GB/s");
        assertThat(goal.isMetBy(0.5)).isTrue();
        assertThat(goal.isMetBy(0.49)).isFalse();
    }

    private static Series series(Double... seconds) {
        return new Series(
                List.of(seconds).stream().map(time -> new Outcome(0, time, 0, "")).toList());
    }
}
