package org.tsurutus.screen.eye;

import org.tsurutus.screen.Box;

/// Something that cells of the network's output mean, with its sides in pixels.
///
/// @param kind the class
/// @param sureness 0 to 1
/// @param states how likely each state is, 0 to 1
@SuppressWarnings("ArrayRecordComponent") // never compared
record Thing(
        int kind,
        double sureness,
        double left,
        double top,
        double right,
        double bottom,
        double[] states) {
    /// The box in whole pixels, cut at a frame's edges.
    ///
    /// @param x the column of the frame where the network's picture begins
    /// @param y its row
    Box box(int x, int y, Box frame) {
        int from = Math.clamp(x + Math.round(left), 0, frame.width() - 1);
        int upper = Math.clamp(y + Math.round(top), 0, frame.height() - 1);
        int to = Math.clamp(x + Math.round(right), from + 1, frame.width());
        int lower = Math.clamp(y + Math.round(bottom), upper + 1, frame.height());
        return new Box(from, upper, to - from, lower - upper);
    }

    /// The share of the shared columns in all columns of both.
    double across(Thing other) {
        return share(left, right, other.left, other.right);
    }

    /// The share of the shared rows in all rows of both.
    double down(Thing other) {
        return share(top, bottom, other.top, other.bottom);
    }

    private static double share(double from, double to, double otherFrom, double otherTo) {
        double shared = Math.min(to, otherTo) - Math.max(from, otherFrom);
        return shared <= 0 ? 0 : shared / (Math.max(to, otherTo) - Math.min(from, otherFrom));
    }

    /// How much of the smaller one the larger one covers, 0 to 1.
    double covering(Thing other) {
        double width = Math.min(right, other.right) - Math.max(left, other.left);
        double height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        return width <= 0 || height <= 0 ? 0 : width * height / Math.min(area(), other.area());
    }

    /// The share of what both cover in what either does, 0 to 1.
    double likeness(Thing other) {
        double shared = covering(other) * Math.min(area(), other.area());
        return shared / (area() + other.area() - shared);
    }

    private double area() {
        return Math.max(1e-3, (right - left) * (bottom - top));
    }
}
