package org.tsurutus.screen.internal;

/// A thin straight stroke of one colour along a row or a column.
///
/// @param at the row of a horizontal stroke, the column of a vertical one
/// @param from its first pixel along the row or column
/// @param to its last pixel
/// @param colour `0xRRGGBB`
record Line(int at, int from, int to, int colour) {
    int length() {
        return to - from + 1;
    }
}
