package org.tsurutus.screen.sight;

import org.tsurutus.screen.Box;

/// How much the pixels of a part of a picture stand out from its commonest colour.
final class Ground {
    /// Smaller differences of colourfulness are those of the edges of letters.
    private static final int TINTED = 36;

    private final Box region;
    private final short[] contrasts;

    private Ground(Box region) {
        this.region = region;
        contrasts = new short[region.width() * region.height()];
    }

    static Ground of(Picture picture, Box region) {
        int[] counts = new int[256];
        int[] saturations = new int[256];
        for (int y = region.y(); y < region.bottom(); y++) {
            for (int x = region.x(); x < region.right(); x++) {
                int grey = picture.grey(x, y);
                if (counts[grey]++ == 0) {
                    saturations[grey] = picture.saturation(x, y);
                }
            }
        }
        int paper = Tone.commonest(counts);
        Ground ground = new Ground(region);
        ground.compare(picture, paper, saturations[paper]);
        return ground;
    }

    private void compare(Picture picture, int paper, int saturation) {
        int index = 0;
        for (int y = region.y(); y < region.bottom(); y++) {
            for (int x = region.x(); x < region.right(); x++) {
                int tint = Math.abs(picture.saturation(x, y) - saturation);
                int shade = Math.abs(picture.grey(x, y) - paper);
                contrasts[index++] = (short) (tint > TINTED ? Math.max(tint, shade) : shade);
            }
        }
    }

    Box region() {
        return region;
    }

    /// What stands out at a pixel of the region, counted in rows from its top left corner: 0 to
    /// 255.
    int contrast(int index) {
        return contrasts[index];
    }

    /// What stands out at a pixel of the picture within the region: 0 to 255.
    int contrast(int x, int y) {
        return contrasts[(y - region.y()) * region.width() + x - region.x()];
    }
}
