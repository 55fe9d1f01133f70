package org.tsurutus.screen.sight;

import java.util.Arrays;
import org.tsurutus.screen.Box;

/// Paper and ink of a part of a picture.
///
/// @param paper the commonest colour, `0xRRGGBB`
/// @param ink the colour of what stands out most
/// @param contrast how much it stands out, 0 to 255
record Tone(int paper, int ink, int contrast) {
    /// The tones of text.
    ///
    /// @param ground where the paper is to be seen
    /// @param text where the ink is
    static Tone of(Picture picture, Box ground, Box text) {
        int[] counts = new int[256];
        int[] colours = new int[256];
        for (int y = ground.y(); y < ground.bottom(); y++) {
            for (int x = ground.x(); x < ground.right(); x++) {
                int grey = picture.grey(x, y);
                counts[grey]++;
                colours[grey] = picture.rgb(x, y);
            }
        }
        int paper = commonest(counts);
        return ink(picture, text, paper, colours[paper]);
    }

    /// The value that was counted most often.
    static int commonest(int[] counts) {
        int best = 0;
        for (int value = 1; value < counts.length; value++) {
            best = counts[value] > counts[best] ? value : best;
        }
        return best;
    }

    private static Tone ink(Picture picture, Box text, int paper, int colour) {
        int[] apart = new int[256];
        int[] inks = new int[256];
        for (int y = text.y(); y < text.bottom(); y++) {
            for (int x = text.x(); x < text.right(); x++) {
                int distance = Math.abs(picture.grey(x, y) - paper);
                apart[distance]++;
                inks[distance] = picture.rgb(x, y);
            }
        }
        int left = Math.max(2, Arrays.stream(apart).skip(24).sum() / 25);
        int contrast = 255;
        while (contrast > 0 && left > 0) {
            left -= apart[contrast];
            contrast -= left > 0 ? 1 : 0;
        }
        return new Tone(colour, inks[contrast], contrast);
    }

    /// How colourful a colour is, 0 to 255.
    static int saturation(int colour) {
        int red = colour >> 16 & 0xFF;
        int green = colour >> 8 & 0xFF;
        int blue = colour & 0xFF;
        return Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue));
    }

    /// The largest difference of a channel, 0 to 255.
    static int distance(int one, int other) {
        return Math.max(
                Math.abs((one >> 16 & 0xFF) - (other >> 16 & 0xFF)),
                Math.max(
                        Math.abs((one >> 8 & 0xFF) - (other >> 8 & 0xFF)),
                        Math.abs((one & 0xFF) - (other & 0xFF))));
    }
}
