package org.tsurutus.screen.hand;

import org.tsurutus.screen.Box;

/// A place in a frame, between pixels too.
record Point(double x, double y) {
    static Point of(Pixel pixel) {
        return new Point(pixel.x(), pixel.y());
    }

    double distance(Point other) {
        return Math.hypot(other.x - x, other.y - y);
    }

    /// The point that lies a part of the way to another one, and some pixels to the left of it.
    Point towards(Point other, double part, double aside) {
        double distance = Math.max(1, distance(other));
        double alongX = (other.x - x) / distance;
        double alongY = (other.y - y) / distance;
        return new Point(
                x + (other.x - x) * part - alongY * aside,
                y + (other.y - y) * part + alongX * aside);
    }

    boolean isIn(Box box) {
        return x >= box.x() && y >= box.y() && x <= box.right() - 1 && y <= box.bottom() - 1;
    }

    /// The nearest pixel of a box.
    Pixel pixel(Box box) {
        return new Pixel(
                Math.clamp(Math.round(x), box.x(), box.right() - 1),
                Math.clamp(Math.round(y), box.y(), box.bottom() - 1));
    }
}
