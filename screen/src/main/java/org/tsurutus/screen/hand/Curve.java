package org.tsurutus.screen.hand;

import java.util.random.RandomGenerator;
import org.tsurutus.screen.Box;

/// A slightly bent way from one point to another: a cubic Bézier curve whose inner points stand a
/// third and two thirds of the way, so that whoever follows it never goes back.
record Curve(Point from, Point first, Point second, Point to) {
    private static final double BEND = 0.08;
    private static final double STRONGEST_BEND = 0.2;

    /// A way that stays within a box that holds both ends.
    static Curve between(Point from, Point to, Box within, RandomGenerator random) {
        double distance = from.distance(to);
        double bend =
                distance
                        * Math.clamp(random.nextGaussian() * BEND, -STRONGEST_BEND, STRONGEST_BEND);
        double lean = random.nextDouble(0.5, 1);
        for (double side : new double[] {bend, -bend}) {
            Curve curve = bent(from, to, side, side * lean);
            if (curve.first.isIn(within) && curve.second.isIn(within)) {
                return curve;
            }
        }
        return bent(from, to, 0, 0);
    }

    private static Curve bent(Point from, Point to, double first, double second) {
        return new Curve(
                from, from.towards(to, 1 / 3.0, first), from.towards(to, 2 / 3.0, second), to);
    }

    /// The point at a part of the way, 0 to 1.
    Point at(double part) {
        double left = 1 - part;
        double a = left * left * left;
        double b = 3 * left * left * part;
        double c = 3 * left * part * part;
        double d = part * part * part;
        return new Point(
                a * from.x() + b * first.x() + c * second.x() + d * to.x(),
                a * from.y() + b * first.y() + c * second.y() + d * to.y());
    }
}
