package org.tsurutus.screen.text;

import org.tsurutus.screen.text.Grey.Ground;

/// A line of text as the network of [Letters] wants it; `bench/eye/letters.py` does the same.
///
/// @param width pixels in each of the [#HEIGHT] rows, a multiple of [#STEP]
/// @param pixels 0 where it is paper, about 1 where it is ink, row by row
@SuppressWarnings("ArrayRecordComponent") // never compared
record InkLine(int width, float[] pixels) {
    static final int HEIGHT = 32;
    static final int STEP = 4;
    static final int WIDEST = 512;

    private static final double STRONGEST = 1.5;

    static InkLine of(Grey crop) {
        Ground ground = crop.ground();
        long steps = Math.round((double) crop.width() * HEIGHT / crop.height() / STEP);
        int width = Math.clamp(steps * STEP, 2 * STEP, WIDEST);
        double[] narrowed = new double[crop.height() * width];
        double[][] across = weights(crop.width(), width);
        for (int x = 0; x < width; x++) {
            int first = first(crop.width(), width, x);
            for (int y = 0; y < crop.height(); y++) {
                double sum = 0;
                for (int near = 0; near < across[x].length; near++) {
                    sum += across[x][near] * crop.luma()[y * crop.width() + first + near];
                }
                narrowed[y * width + x] = sum;
            }
        }
        float[] pixels = new float[HEIGHT * width];
        double[][] down = weights(crop.height(), HEIGHT);
        double total = 0;
        for (int y = 0; y < HEIGHT; y++) {
            int first = first(crop.height(), HEIGHT, y);
            for (int x = 0; x < width; x++) {
                double sum = 0;
                for (int near = 0; near < down[y].length; near++) {
                    sum += down[y][near] * narrowed[(first + near) * width + x];
                }
                double ink = (sum - ground.paper()) / ground.contrast();
                pixels[y * width + x] = (float) Math.clamp(ink, -STRONGEST, STRONGEST);
                total += pixels[y * width + x];
            }
        }
        if (total < 0) {
            for (int index = 0; index < pixels.length; index++) {
                pixels[index] = -pixels[index];
            }
        }
        return new InkLine(width, pixels);
    }

    /// How much each old pixel counts for each new one, from [#first] on: a triangle as wide as the
    /// coarser of the two grids.
    private static double[][] weights(int from, int to) {
        double[][] weights = new double[to][];
        double scale = (double) from / to;
        double reach = Math.max(1, scale);
        for (int place = 0; place < to; place++) {
            double middle = (place + 0.5) * scale;
            int first = first(from, to, place);
            int end = Math.min(from, (int) (middle + reach + 0.5));
            weights[place] = new double[end - first];
            double sum = 0;
            for (int near = first; near < end; near++) {
                double weight = Math.max(0, 1 - Math.abs(near + 0.5 - middle) / reach);
                weights[place][near - first] = weight;
                sum += weight;
            }
            for (int near = 0; near < end - first; near++) {
                weights[place][near] /= sum;
            }
        }
        return weights;
    }

    private static int first(int from, int to, int place) {
        double scale = (double) from / to;
        return Math.max(0, (int) ((place + 0.5) * scale - Math.max(1, scale) + 0.5));
    }
}
