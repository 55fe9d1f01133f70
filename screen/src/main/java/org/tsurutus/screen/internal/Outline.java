package org.tsurutus.screen.internal;

import org.tsurutus.screen.Box;

/// Four strokes that enclose a box.
///
/// @param relief what the light on them says
/// @param colour the bottom stroke's colour, `0xRRGGBB`
record Outline(Box box, Relief relief, int colour) {
    private static final int CONTRAST = 32;

    /// How a box stands out from what it lies on.
    enum Relief {
        /// Light above and at the left, shadow below and at the right.
        RAISED,
        /// One colour all around.
        FLAT,
        /// Shadow above and at the left: a field, or a button held down.
        SUNKEN,
        /// Strokes that do not belong together.
        NONE
    }

    static Outline of(Line left, Line top, Line right, Line bottom) {
        Box box =
                new Box(
                        left.at(),
                        top.at(),
                        right.at() - left.at() + 1,
                        bottom.at() - top.at() + 1);
        int lit = Colour.luma(top.colour());
        int litSide = Colour.luma(left.colour());
        int shade = Colour.luma(bottom.colour());
        int shadeSide = Colour.luma(right.colour());
        return new Outline(box, relief(lit, litSide, shade, shadeSide), bottom.colour());
    }

    private static Relief relief(int top, int left, int bottom, int right) {
        if (Math.min(top, left) - Math.max(bottom, right) >= CONTRAST) {
            return Relief.RAISED;
        }
        if (Math.min(bottom, right) - Math.max(top, left) >= CONTRAST) {
            return Relief.SUNKEN;
        }
        int brightest = Math.max(Math.max(top, left), Math.max(bottom, right));
        int darkest = Math.min(Math.min(top, left), Math.min(bottom, right));
        return brightest - darkest < CONTRAST ? Relief.FLAT : Relief.NONE;
    }

    /// Whether the other outline runs close along the inside of this one, or is the same.
    boolean wraps(Outline other, int within) {
        Box inner = other.box;
        return box.contains(inner)
                && inner.x() - box.x() <= within
                && inner.y() - box.y() <= within
                && box.right() - inner.right() <= within
                && box.bottom() - inner.bottom() <= within;
    }
}
