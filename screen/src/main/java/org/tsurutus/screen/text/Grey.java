package org.tsurutus.screen.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.tsurutus.screen.Frame;

/// Brightness of a part of a screen.
///
/// @param luma 0 to 255, row by row
@SuppressWarnings("ArrayRecordComponent") // never compared
record Grey(int width, int height, int[] luma) {
    private static final int LEAST_CONTRAST = 24;

    /// Specks that cover less than this part of the crop are not its ink.
    private static final int SPECKS = 100;

    private static final int TONES = 64;

    /// Tones to either side that count as the same paper.
    private static final int SHADES = 4;

    private static final double INK = 0.4;
    private static final double MARGIN = 0.12;

    static Grey of(Frame crop) {
        return new Grey(
                crop.width(),
                crop.height(),
                Arrays.stream(crop.pixels()).map(Frame::luma).toArray());
    }

    /// The paper's brightness, and how far the ink's is from it.
    record Ground(int paper, int contrast) {}

    Ground ground() {
        int[] counts = new int[TONES];
        for (int value : luma) {
            counts[value >> 2]++;
        }
        int paper = commonest(counts) * 4 + 2;
        int[] away = new int[256];
        for (int value : luma) {
            away[Math.abs(value - paper)]++;
        }
        int contrast = 255;
        int specks = Math.max(1, luma.length / SPECKS) - away[255];
        while (specks > 0) {
            contrast--;
            specks -= away[contrast];
        }
        return new Ground(paper, Math.max(LEAST_CONTRAST, contrast));
    }

    /// The commonest tone among those that are commonest together: paper may be shaded.
    private static int commonest(int[] counts) {
        Comparator<Integer> byCount = Comparator.comparingInt(tone -> counts[tone]);
        int middle =
                IntStream.range(0, counts.length)
                        .boxed()
                        .max(
                                Comparator.comparingInt((Integer tone) ->
                                                near(tone).map(other -> counts[other]).sum())
                                        .thenComparing(byCount))
                        .orElseThrow();
        return near(middle).boxed().max(byCount).orElseThrow();
    }

    private static IntStream near(int tone) {
        return IntStream.range(Math.max(0, tone - SHADES), Math.min(TONES, tone + SHADES + 1));
    }

    /// The part in which there is ink, with a margin.
    Grey snug() {
        Ground ground = ground();
        int left = width;
        int right = -1;
        int top = height;
        int bottom = -1;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (Math.abs(luma[y * width + x] - ground.paper()) > ground.contrast() * INK) {
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                    top = Math.min(top, y);
                    bottom = y;
                }
            }
        }
        if (right < 0) {
            return this;
        }
        int spare = (int) Math.max(1, Math.round((bottom - top + 1) * MARGIN));
        return part(left - 2 * spare, top - spare, right + 1 + 2 * spare, bottom + 1 + spare);
    }

    /// The part between two corners, of what lies in the crop.
    private Grey part(int left, int top, int right, int bottom) {
        int x = Math.max(0, left);
        int y = Math.max(0, top);
        int wide = Math.min(width, right) - x;
        int high = Math.min(height, bottom) - y;
        int[] part = new int[wide * high];
        for (int row = 0; row < high; row++) {
            System.arraycopy(luma, (y + row) * width + x, part, row * wide, wide);
        }
        return new Grey(wide, high, part);
    }
}
