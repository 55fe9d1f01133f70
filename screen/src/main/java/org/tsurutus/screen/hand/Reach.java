package org.tsurutus.screen.hand;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.tsurutus.screen.Box;

/// How a hand gets from a pixel to another one.
///
/// It takes the time that Fitts' law gives for the distance and the size of what is aimed at, moves
/// with the speed of least jerk (Flash and Hogan, 1985), and now and then goes a little too far.
///
/// @param steps where the pointer is put, one after the other, perhaps where it is already; the
///   last one is the goal
record Reach(List<Step> steps) {
    static final Duration SHORTEST = Duration.ofMillis(80);
    static final Duration LONGEST = Duration.ofMillis(300);

    private static final double FITTS_START = 40;
    private static final double FITTS_BIT = 45;
    private static final double PERSONAL = 0.1;
    private static final double STEP_MILLIS = 12;
    private static final double NANOS_PER_MILLI = 1e6;

    /// Trembling is to the side only, so that the hand does not go back.
    private static final double JITTER = 0.5;

    private static final double OVERSHOOT_CHANCE = 0.15;
    private static final double OVERSHOOT_FROM = 150;
    private static final double OVERSHOOT_TIME = 0.75;

    /// @param to where the pointer is put
    /// @param rest how long it stays there
    record Step(Pixel to, Duration rest) {}

    Reach {
        steps = List.copyOf(steps);
    }

    /// @param size of what is aimed at, in pixels
    /// @param frame whose pixels both are
    static Reach to(Pixel from, Pixel goal, int size, Box frame, RandomGenerator random) {
        Point start = Point.of(from);
        Point end = Point.of(goal);
        double distance = start.distance(end);
        double millis = millis(distance, size, random);
        List<Step> steps = new ArrayList<>();
        if (distance >= OVERSHOOT_FROM && random.nextDouble() < OVERSHOOT_CHANCE) {
            double tooFar = random.nextDouble(4, 12);
            Point beyond = start.towards(end, 1 + tooFar / distance, random.nextDouble(-3, 3));
            Pixel turn = beyond.pixel(frame);
            steps.addAll(steps(from, turn, millis * OVERSHOOT_TIME, frame, random));
            steps.addAll(steps(turn, goal, millis * (1 - OVERSHOOT_TIME), frame, random));
        } else {
            steps.addAll(steps(from, goal, millis, frame, random));
        }
        return new Reach(steps);
    }

    private static double millis(double distance, int size, RandomGenerator random) {
        double bits = Math.log(distance / size + 1) / Math.log(2);
        double usual = FITTS_START + FITTS_BIT * bits;
        return Math.clamp(
                usual * (1 + PERSONAL * random.nextGaussian()),
                (double) SHORTEST.toMillis(),
                (double) LONGEST.toMillis());
    }

    private static List<Step> steps(
            Pixel from, Pixel goal, double millis, Box frame, RandomGenerator random) {
        Curve curve = Curve.between(Point.of(from), Point.of(goal), frame, random);
        int count = Math.max(1, (int) Math.round(millis / STEP_MILLIS));
        Duration rest = Duration.ofNanos(Math.round(millis / count * NANOS_PER_MILLI));
        List<Step> steps = new ArrayList<>();
        for (int index = 1; index < count; index++) {
            Point point = curve.at(leastJerk((double) index / count));
            Point trembling = point.towards(Point.of(goal), 0, JITTER * random.nextGaussian());
            steps.add(new Step(trembling.pixel(frame), rest));
        }
        steps.add(new Step(goal, rest));
        return steps;
    }

    /// The part of the way after a part of the time.
    private static double leastJerk(double time) {
        return time * time * time * (10 + time * (-15 + time * 6));
    }
}
