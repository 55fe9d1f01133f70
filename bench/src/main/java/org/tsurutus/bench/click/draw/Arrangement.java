package org.tsurutus.bench.click.draw;

import java.util.List;

/// How a dialog is laid out, where it is and what covers it.
///
/// @param hidden what covers it: `none`, `partly`, `pointer`, `behind`
/// @param mnemonics `underlined`, `plain`, or `none`, which leaves out `(Y)` too
/// @param reversed whether the last button comes first
/// @param stretch how much wider than usual it is
/// @param position 0, 0 is the screen's top left corner, 1, 1 the bottom right one
/// @param owner whether it belongs to a window that can be seen
/// @param dims whether the desktop is darkened where the dialog wants it
/// @param focus whether the default button shows that the keyboard works it
record Arrangement(
        String hidden,
        String mnemonics,
        boolean reversed,
        double stretch,
        List<Double> position,
        boolean owner,
        boolean dims,
        boolean focus) {
    /// The same with nothing before the dialog, which lies in the middle.
    Arrangement inFullSight() {
        return new Arrangement(
                "none", mnemonics, reversed, 1, List.of(0.5, 0.5), owner, dims, focus);
    }
}
