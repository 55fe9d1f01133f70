package org.tsurutus.screen.eye;

/// What one cell says.
///
/// @param x the middle of the cell, in pixels
/// @param y the same
/// @param thing what it says that it lies on
record Vote(double x, double y, Thing thing) {
    private static final double ALIKE_DOWN = 0.5;
    private static final double ALIKE_ACROSS = 0.3;

    /// Whether two cells side by side mean the same thing: they tell its height much alike, and far
    /// ends less so.
    boolean agrees(Vote neighbour) {
        return thing.kind() == neighbour.thing.kind()
                && thing.down(neighbour.thing) >= ALIKE_DOWN
                && thing.across(neighbour.thing) >= ALIKE_ACROSS;
    }
}
