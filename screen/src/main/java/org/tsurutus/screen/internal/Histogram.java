package org.tsurutus.screen.internal;

import java.util.Arrays;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.Frame;

/// Which colour a part of a frame has most of.
///
/// @param commonest `0xRRGGBB`
/// @param share the fraction of pixels of the same paint as that, 0 to 1
record Histogram(int commonest, double share) {
    static Histogram of(Frame frame, Box box) {
        int[] colours = new int[box.width() * box.height()];
        int count = 0;
        for (int y = box.y(); y < box.bottom(); y++) {
            for (int x = box.x(); x < box.right(); x++) {
                colours[count++] = frame.at(x, y);
            }
        }
        Arrays.sort(colours);
        int commonest = commonest(colours);
        long same = Arrays.stream(colours).filter(each -> Colour.same(each, commonest)).count();
        return new Histogram(commonest, (double) same / count);
    }

    private static int commonest(int[] sorted) {
        int best = sorted[0];
        int most = 0;
        int begin = 0;
        for (int index = 1; index <= sorted.length; index++) {
            if (index == sorted.length || sorted[index] != sorted[begin]) {
                if (index - begin > most) {
                    most = index - begin;
                    best = sorted[begin];
                }
                begin = index;
            }
        }
        return best;
    }
}
