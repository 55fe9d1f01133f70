package org.tsurutus.bench.click.draw;

import java.util.OptionalInt;
import org.tsurutus.bench.click.Split;

/// A frame before it is drawn.
///
/// @param id its name
/// @param seed what it follows from
/// @param split what it is for
/// @param theme the kind of dialog or its looks
/// @param toolkit what a program inside the PC would see the controls as
/// @param width in pixels of the frame
/// @param height in pixels of the frame
/// @param sheet the package of the skin's style sheet, or `-`
/// @param smoothing how its letters are drawn
/// @param jpeg the quality, in percent, of the JPEG that it goes through
/// @param distractor whether nothing may be clicked
/// @param plan what the browser is told
record Blueprint(
        String id,
        long seed,
        Split split,
        String theme,
        String toolkit,
        int width,
        int height,
        String sheet,
        Smoothing smoothing,
        OptionalInt jpeg,
        boolean distractor,
        Plan plan) {}
