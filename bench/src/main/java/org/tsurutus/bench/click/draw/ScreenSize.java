package org.tsurutus.bench.click.draw;

import java.util.Collections;
import java.util.List;

/// A screen.
///
/// @param width in pixels
/// @param height in pixels
/// @param greatestScale how large dialogs may be drawn on it
record ScreenSize(int width, int height, double greatestScale) {
    /// All of them, each as often as its weight.
    static List<ScreenSize> weighted() {
        return Tables.rows("screens.tsv", 4).stream()
                .flatMap(row -> Collections.nCopies(Integer.parseInt(row.get(2)), of(row)).stream())
                .toList();
    }

    private static ScreenSize of(List<String> row) {
        return new ScreenSize(
                Integer.parseInt(row.get(0)),
                Integer.parseInt(row.get(1)),
                Double.parseDouble(row.get(3)));
    }
}
