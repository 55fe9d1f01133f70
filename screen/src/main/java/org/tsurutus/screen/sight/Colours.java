package org.tsurutus.screen.sight;

import java.awt.Color;
import org.tsurutus.screen.Box;

/// The hues in a mark. Marks have one at most, icons several.
final class Colours {
    private static final int HUES = 6;
    private static final int COLOURFUL = 50;

    private final int[] hues = new int[HUES];
    private int pixels;
    private int colourful;

    /// Counts the pixels inside an outline.
    Colours(Picture picture, Box box) {
        int inset = Math.max(2, box.width() / 7);
        for (int y = box.y() + inset; y < box.bottom() - inset; y++) {
            for (int x = box.x() + inset; x < box.right() - inset; x++) {
                pixels++;
                if (picture.saturation(x, y) >= COLOURFUL) {
                    colourful++;
                    hues[hue(picture.rgb(x, y))]++;
                }
            }
        }
    }

    /// Which of six parts of the circle of colours a colour is in.
    private static int hue(int colour) {
        float[] parts =
                Color.RGBtoHSB(
                        colour >> 16 & 0xFF, colour >> 8 & 0xFF, colour & 0xFF, new float[3]);
        return Math.round(parts[0] * HUES) % HUES;
    }

    /// Whether a mark may look so. One filled with a colour is checked.
    boolean fit(boolean checked) {
        return !isMany() && (checked || colourful * 2 < pixels);
    }

    private boolean isMany() {
        for (int one = 0; one < HUES; one++) {
            for (int other = one + 1; other < HUES; other++) {
                boolean apart = other - one > 1 && other - one < HUES - 1;
                if (apart && Math.min(hues[one], hues[other]) * 12 >= pixels) {
                    return true;
                }
            }
        }
        return false;
    }
}
