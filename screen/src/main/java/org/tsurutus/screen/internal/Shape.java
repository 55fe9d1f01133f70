package org.tsurutus.screen.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.internal.Outline.Relief;

/// Something shaped like a button, before its label is read.
///
/// @param box its outermost edge
/// @param inside the part that holds the label
/// @param isDefault whether it wears the marks of the default button
/// @param sureness 0 to 1, how much like a button it is
public record Shape(Box box, Box inside, boolean isDefault, double sureness) {
    private static final int NESTED = 6;
    private static final int ACCENT = 60;
    private static final double BARE = 0.5;
    private static final int MAX_SHAPES = 64;

    /// All shapes of a frame in reading order, at most 64.
    public static List<Shape> find(Frame frame) {
        List<Outline> outlines = new ArrayList<>(OutlineFinder.find(frame));
        outlines.sort(Comparator.comparingInt(Shape::area).reversed());
        List<List<Outline>> nests = new ArrayList<>();
        for (Outline outline : outlines) {
            nests.stream()
                    .filter(nest -> nest.getFirst().wraps(outline, NESTED))
                    .findFirst()
                    .ifPresentOrElse(
                            nest -> nest.add(outline),
                            () -> nests.add(new ArrayList<>(List.of(outline))));
        }
        return nests.stream()
                .flatMap(nest -> of(frame, nest).stream())
                .limit(MAX_SHAPES)
                .sorted(
                        Comparator.comparingInt((Shape shape) -> shape.box.y())
                                .thenComparingInt(shape -> shape.box.x()))
                .toList();
    }

    private static int area(Outline outline) {
        return outline.box().width() * outline.box().height();
    }

    /// @param nest outlines close inside each other, the outermost first
    private static Optional<Shape> of(Frame frame, List<Outline> nest) {
        Outline outer = nest.getFirst();
        if (outer.relief() == Relief.SUNKEN) {
            return Optional.empty();
        }
        boolean raised = nest.stream().anyMatch(outline -> outline.relief() == Relief.RAISED);
        boolean framed = raised && outer.relief() == Relief.FLAT;
        boolean accented = !raised && Colour.saturation(outer.colour()) >= ACCENT;
        return Face.of(frame, outer.box())
                .filter(face -> face.share() >= BARE && (raised || face.centred()))
                .map(face ->
                        new Shape(
                                outer.box(),
                                face.inside(),
                                framed || accented || face.focused(),
                                raised ? 1 : 0.9));
    }
}
