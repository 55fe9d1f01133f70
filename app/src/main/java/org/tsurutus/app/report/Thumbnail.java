package org.tsurutus.app.report;

import org.tsurutus.screen.Frame;

/// Small pictures of large frames.
final class Thumbnail {
    private static final int LARGEST = 256;

    private Thumbnail() {}

    /// The frame at 256 pixels at most in width and height; every pixel is the mean of those that
    /// it stands for.
    static Frame of(Frame frame) {
        int longer = Math.max(frame.width(), frame.height());
        if (longer <= LARGEST) {
            return frame;
        }
        int width = Math.max(1, frame.width() * LARGEST / longer);
        int height = Math.max(1, frame.height() * LARGEST / longer);
        int[] rgb = new int[width * height];
        for (int y = 0; y < height; y++) {
            int top = y * frame.height() / height;
            int bottom = (y + 1) * frame.height() / height;
            for (int x = 0; x < width; x++) {
                int left = x * frame.width() / width;
                int right = (x + 1) * frame.width() / width;
                rgb[y * width + x] = mean(frame, left, top, right, bottom);
            }
        }
        return new Frame(width, height, rgb);
    }

    private static int mean(Frame frame, int left, int top, int right, int bottom) {
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                int colour = frame.at(x, y);
                red += colour >> 16;
                green += (colour >> 8) & 0xFF;
                blue += colour & 0xFF;
            }
        }
        long pixels = (long) (right - left) * (bottom - top);
        return (int) (((red / pixels) << 16) | ((green / pixels) << 8) | (blue / pixels));
    }
}
