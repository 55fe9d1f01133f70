package org.tsurutus.screen.sight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tsurutus.screen.Box;

/// Finds boxes that text can be typed into: long edges with even paper between them.
final class FieldShape {
    private static final int SHORTEST = 60;
    private static final int LOWEST = 17;
    private static final int HIGHEST = 60;
    private static final int STEP = 5;
    private static final int GAP = 2;
    private static final int MOST = 200;

    /// How far outside the window's paper is looked at, in pixels.
    private static final int AROUND = 6;

    private static final int SHADE = 12;
    private static final int LIGHT = 128;
    private static final int PLAIN = 40;

    private final Picture picture;
    private final Box area;

    private record Run(int y, int left, int right) {}

    private FieldShape(Picture picture, Box area) {
        this.picture = picture;
        this.area = area;
    }

    /// The empty boxes in a part of a picture, from top to bottom.
    static List<Box> empty(Picture picture, Box area) {
        return new FieldShape(picture, area).find();
    }

    private List<Box> find() {
        List<Run> runs = new ArrayList<>();
        for (int y = area.y() + 1; y < area.bottom() && runs.size() < MOST; y++) {
            addRuns(runs, y);
        }
        List<Box> fields = new ArrayList<>();
        for (Run top : runs) {
            for (Run bottom : runs) {
                int height = bottom.y - top.y;
                if (height >= LOWEST
                        && height <= HIGHEST
                        && Math.abs(top.left - bottom.left) <= 4
                        && Math.abs(top.right - bottom.right) <= 4) {
                    Box box = new Box(top.left, top.y, top.right - top.left, height);
                    if (fields.stream().noneMatch(other -> other.overlaps(box))
                            && isEven(box)
                            && isSunk(box)) {
                        fields.add(inside(box));
                    }
                }
            }
        }
        return fields;
    }

    private void addRuns(List<Run> runs, int y) {
        int start = -1;
        int last = -1;
        int sign = 0;
        for (int x = area.x(); x <= area.right(); x++) {
            int difference = x < area.right() ? picture.grey(x, y) - picture.grey(x, y - 1) : 0;
            int side = Math.abs(difference) < STEP ? 0 : Integer.signum(difference);
            if (start >= 0 && side == sign) {
                last = x;
            } else if (start >= 0 && (side == -sign || x - last > GAP || x == area.right())) {
                if (last - start + 1 >= SHORTEST) {
                    runs.add(new Run(y, start, last + 1));
                }
                start = -1;
            }
            if (start < 0 && side != 0) {
                start = x;
                last = x;
                sign = side;
            }
        }
    }

    /// Whether the box has upright edges and nothing in it.
    private boolean isEven(Box box) {
        boolean sides = false;
        for (int shift = -2; shift <= 2 && !sides; shift++) {
            sides =
                    picture.edgeLeftOf(box.x() + shift, box.y() + 3, box.bottom() - 3)
                            && (picture.edgeLeftOf(
                                            box.right() + shift, box.y() + 3, box.bottom() - 3)
                                    || picture.edgeLeftOf(
                                            box.right() - shift, box.y() + 3, box.bottom() - 3));
        }
        if (!sides) {
            return false;
        }
        int paper = picture.grey(box.x() + box.width() / 2, box.y() + box.height() / 2);
        int different = 0;
        int count = 0;
        for (int y = box.y() + 3; y < box.bottom() - 3; y++) {
            for (int x = box.x() + 8; x < box.right() - 4; x++) {
                different += Math.abs(picture.grey(x, y) - paper) > 16 ? 1 : 0;
                count++;
            }
        }
        return different * 50 <= count;
    }

    /// What can be written on, without rounded corners, which look like ink.
    private static Box inside(Box box) {
        int edge = 1 + box.height() / 8;
        return new Box(
                box.x() + edge, box.y() + edge, box.width() - 2 * edge, box.height() - 2 * edge);
    }

    /// Whether the box lies on one paper and its own is plain and no darker, unlike that of bars
    /// that fill up.
    private boolean isSunk(Box box) {
        int middle = box.y() + box.height() / 2;
        int centre = box.x() + box.width() / 2;
        int paper = picture.grey(centre, middle);
        int[] around = {
            grey(box.x() - AROUND, box.y()),
            grey(box.right() + AROUND, box.y()),
            grey(centre, box.y() - AROUND),
            grey(centre, box.bottom() + AROUND)
        };
        int[] sorted = Arrays.stream(around).sorted().toArray();
        int ground = sorted[1];
        long alike = Arrays.stream(around).filter(grey -> Math.abs(grey - ground) <= SHADE).count();
        boolean light = ground >= LIGHT;
        return alike >= 3
                && picture.saturation(centre, middle) <= PLAIN
                && (light ? paper >= ground - STEP : paper < LIGHT);
    }

    private int grey(int x, int y) {
        int column = Math.clamp(x, 0, picture.width - 1);
        return picture.grey(column, Math.clamp(y, 0, picture.height - 1));
    }
}
