package org.tsurutus.screen.cast;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.ScreenException;

/// The frame that changes have made so far.
final class Canvas {
    private int width;
    private int height;
    private int[] rgb = {};

    /// A tile unpacked, and where it goes.
    private record Patch(Box part, Frame picture) {}

    boolean isEmpty() {
        return rgb.length == 0;
    }

    Frame frame() {
        return new Frame(width, height, rgb);
    }

    /// Paints a change, after all of it was checked.
    ///
    /// @return how many pixels it has
    /// @throws ScreenException when it does not fit this canvas or is damaged
    long paint(Change change) {
        Frame.checkSize(change.width(), change.height(), "a frame");
        boolean fits = change.width() == width && change.height() == height;
        if (change.frame().isEmpty() && !fits) {
            throw new ScreenException(
                    "a part of a frame of %d x %d pixels, but the frame before has %d x %d"
                            .formatted(change.width(), change.height(), width, height));
        }
        List<Patch> patches = unpack(change);
        change.frame().ifPresent(sha256 -> checkWhole(change, patches, sha256));
        if (!fits) {
            width = change.width();
            height = change.height();
            rgb = new int[width * height];
        }
        patches.forEach(this::paint);
        return patches.stream().mapToLong(patch -> area(patch.picture())).sum();
    }

    private static List<Patch> unpack(Change change) {
        long room = (long) change.width() * change.height();
        List<Patch> patches = new ArrayList<>();
        for (Tile tile : change.tiles()) {
            Frame picture = Png.decode(png(tile), room);
            Box part = new Box(tile.x(), tile.y(), picture.width(), picture.height());
            if (!new Box(0, 0, change.width(), change.height()).contains(part)) {
                throw new ScreenException(
                        "%s does not lie in a frame of %d x %d pixels"
                                .formatted(part, change.width(), change.height()));
            }
            room -= area(picture);
            patches.add(new Patch(part, picture));
        }
        return patches;
    }

    private static byte[] png(Tile tile) {
        try {
            return Base64.getDecoder().decode(tile.png());
        } catch (IllegalArgumentException e) {
            throw new ScreenException("a picture is not in Base64", e);
        }
    }

    private static void checkWhole(Change change, List<Patch> patches, String sha256) {
        Frame picture = patches.getFirst().picture();
        if (patches.size() != 1
                || picture.width() != change.width()
                || picture.height() != change.height()) {
            throw new ScreenException("a whole frame that is not one whole tile");
        }
        if (!picture.sha256().equals(sha256)) {
            throw new ScreenException("a whole frame's pixels do not have its SHA-256");
        }
    }

    private static long area(Frame picture) {
        return (long) picture.width() * picture.height();
    }

    private void paint(Patch patch) {
        Box part = patch.part();
        for (int y = 0; y < part.height(); y++) {
            int start = (part.y() + y) * width + part.x();
            for (int x = 0; x < part.width(); x++) {
                rgb[start + x] = patch.picture().at(x, y);
            }
        }
    }
}
