package org.tsurutus.screen.hand;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.hand.Reach.Step;

class ReachTest {
    private static final Box FRAME = new Box(0, 0, 1024, 768);
    private static final long SEED = 1_954;

    private final SplittableRandom random = new SplittableRandom(SEED);

    @Test
    void aReachStaysInTheFrameAndWithinItsTime() {
        System.out.println("seed " + SEED);
        for (int round = 0; round < 2_000; round++) {
            Pixel from = pixel();
            Pixel goal = pixel();

            Reach reach = Reach.to(from, goal, 1 + random.nextInt(100), FRAME, random);

            assertThat(reach.steps())
                    .allMatch(step -> FRAME.contains(step.to().x(), step.to().y()));
            assertThat(reach.steps().getLast().to()).isEqualTo(goal);
            assertThat(time(reach).toMillis()).isBetween(79L, 301L);
        }
    }

    @Test
    void aReachGoesOnAndOnExceptWhereItWentTooFar() {
        System.out.println("seed " + SEED);
        int tooFar = 0;
        for (int round = 0; round < 1_000; round++) {
            Pixel from = pixel();
            Pixel goal = pixel();
            double distance = Point.of(from).distance(Point.of(goal));

            List<Double> progress = progress(from, goal, Reach.to(from, goal, 30, FRAME, random));

            double furthest = 0;
            for (double part : progress) {
                if (furthest <= distance) {
                    assertThat(part).isGreaterThan(furthest - 2.5);
                }
                furthest = Math.max(furthest, part);
            }
            assertThat(furthest).isLessThan(distance + 14);
            tooFar += furthest > distance + 3 ? 1 : 0;
        }
        assertThat(tooFar).isBetween(50, 200);
    }

    @Test
    void speedRisesAndFalls() {
        System.out.println("seed " + SEED);
        Pixel from = new Pixel(100, 100);
        Pixel goal = new Pixel(800, 600);
        for (int round = 0; round < 300; round++) {
            Reach reach = Reach.to(from, goal, 30, FRAME, random);
            List<Double> progress = progress(from, goal, reach);
            double distance = Point.of(from).distance(Point.of(goal));
            if (progress.stream().anyMatch(part -> part > distance + 3)) {
                continue;
            }
            int fifth = progress.size() / 5;
            double start = progress.get(fifth);
            double middle = progress.get(3 * fifth) - progress.get(2 * fifth);
            double end = distance - progress.get(progress.size() - 1 - fifth);

            assertThat(middle).isGreaterThan(2 * start).isGreaterThan(2 * end);
        }
    }

    @Test
    void pathsAreBentAndNoTwoAreTheSame() {
        Pixel from = new Pixel(100, 400);
        Pixel goal = new Pixel(900, 400);
        List<Reach> reaches =
                IntStream.range(0, 100)
                        .mapToObj(_ -> Reach.to(from, goal, 30, FRAME, random))
                        .toList();

        assertThat(reaches).doesNotHaveDuplicates();
        assertThat(
                        reaches.stream()
                                .filter(reach ->
                                        reach.steps().stream()
                                                .anyMatch(
                                                        step -> Math.abs(step.to().y() - 400) > 10))
                                .count())
                .isGreaterThan(70);
        assertThat(reaches)
                .allMatch(reach ->
                        reach.steps().stream()
                                .allMatch(step -> Math.abs(step.to().y() - 400) < 170));
    }

    @Test
    void farAndSmallGoalsTakeLonger() {
        assertThat(mean(800, 10))
                .isGreaterThan(mean(800, 60) + 50)
                .isGreaterThan(mean(100, 10) + 50);
        assertThat(mean(100, 60)).isLessThan(mean(100, 10) - 50);
    }

    private double mean(int distance, int size) {
        return IntStream.range(0, 200)
                .mapToLong(_ ->
                        time(Reach.to(new Pixel(0, 0), new Pixel(distance, 0), size, FRAME, random))
                                .toMillis())
                .average()
                .orElseThrow();
    }

    private Pixel pixel() {
        return new Pixel(random.nextInt(1024), random.nextInt(768));
    }

    private static Duration time(Reach reach) {
        return reach.steps().stream().map(Step::rest).reduce(Duration.ZERO, Duration::plus);
    }

    /// How far each step has come on the straight line to the goal.
    private static List<Double> progress(Pixel from, Pixel goal, Reach reach) {
        double distance = Math.max(1, Point.of(from).distance(Point.of(goal)));
        List<Double> progress = new ArrayList<>();
        for (Step step : reach.steps()) {
            int x = step.to().x() - from.x();
            int y = step.to().y() - from.y();
            progress.add((x * (goal.x() - from.x()) + y * (goal.y() - from.y())) / distance);
        }
        return progress;
    }
}
