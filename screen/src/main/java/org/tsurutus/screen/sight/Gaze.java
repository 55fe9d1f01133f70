package org.tsurutus.screen.sight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.ChangedParts;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.eye.Eye;
import org.tsurutus.screen.eye.Sighting;
import org.tsurutus.screen.eye.Sighting.Seen;

/// Looks at frame after frame of one screen. Of a frame that differs little from the one before
/// only the parts that changed are looked at, with some of what is around them.
final class Gaze {
    /// Changes nearer to each other than this are looked at together, in pixels.
    private static final int NEAR = 64;

    /// What is around something decides what it is taken for.
    private static final int AROUND = 128;

    private static final int MOST_PARTS = 64;

    private final Eye eye;
    private @Nullable Frame last;
    private Sighting seen = new Sighting(List.of(), List.of());

    Gaze(Eye eye) {
        this.eye = eye;
    }

    /// What is on a frame.
    ///
    /// @throws org.tsurutus.screen.ScreenException when the eye fails
    Sighting look(Frame frame) {
        Frame before = last;
        seen =
                before != null && before.box().equals(frame.box())
                        ? changed(before, frame).orElseGet(() -> eye.look(frame))
                        : eye.look(frame);
        last = frame;
        return seen;
    }

    /// What is on a frame after one whose sighting is known; empty where all of it must be looked
    /// at.
    private Optional<Sighting> changed(Frame before, Frame frame) {
        List<Box> parts = joined(ChangedParts.between(before, frame, MOST_PARTS));
        long area =
                parts.stream()
                        .map(part -> whole(part, seen))
                        .mapToLong(part -> part.grown(AROUND, frame.box()).area())
                        .sum();
        if (area * 2 > frame.box().area()) {
            return Optional.empty();
        }
        Optional<Sighting> now = Optional.of(seen);
        for (Box part : parts) {
            now = now.flatMap(known -> again(frame, part, known));
        }
        return now;
    }

    /// Looks at a part anew. Nothing may reach over its edge: that would be seen by half.
    private Optional<Sighting> again(Frame frame, Box part, Sighting known) {
        Box core = whole(part, known);
        Box room = core.grown(AROUND, frame.box());
        Sighting fresh = eye.look(frame, room);
        boolean cut =
                all(fresh)
                        .filter(thing -> thing.box().overlaps(core))
                        .anyMatch(thing -> touchesEdge(thing.box(), room, frame.box()));
        return cut
                ? Optional.empty()
                : Optional.of(
                        new Sighting(
                                merged(known.panels(), fresh.panels(), core),
                                merged(known.shapes(), fresh.shapes(), core)));
    }

    private static <T extends Seen> List<T> merged(List<T> known, List<T> fresh, Box core) {
        Predicate<T> concerned = thing -> thing.box().overlaps(core);
        return Stream.concat(
                        known.stream().filter(concerned.negate()), fresh.stream().filter(concerned))
                .sorted((one, other) -> Double.compare(other.sureness(), one.sureness()))
                .toList();
    }

    private static boolean touchesEdge(Box box, Box room, Box frame) {
        return (box.x() <= room.x() + 2 && room.x() > 0)
                || (box.y() <= room.y() + 2 && room.y() > 0)
                || (box.right() >= room.right() - 2 && room.right() < frame.right())
                || (box.bottom() >= room.bottom() - 2 && room.bottom() < frame.bottom());
    }

    /// The part together with all of whatever it lies on.
    private static Box whole(Box part, Sighting known) {
        Box whole = part;
        while (true) {
            Box core = whole;
            Box wider = all(known).map(Seen::box).filter(core::overlaps).reduce(core, Box::with);
            if (wider.equals(core)) {
                return core;
            }
            whole = wider;
        }
    }

    private static Stream<Seen> all(Sighting sighting) {
        return Stream.concat(sighting.panels().stream(), sighting.shapes().stream());
    }

    /// Boxes that lie near each other become one.
    private static List<Box> joined(List<Box> boxes) {
        List<Box> joined = new ArrayList<>();
        for (Box box : boxes) {
            Box whole = box;
            while (true) {
                Box core = whole;
                Optional<Box> neighbour =
                        joined.stream().filter(other -> isNear(core, other)).findFirst();
                if (neighbour.isEmpty()) {
                    break;
                }
                joined.remove(neighbour.get());
                whole = core.with(neighbour.get());
            }
            joined.add(whole);
        }
        return joined;
    }

    private static boolean isNear(Box one, Box other) {
        return one.x() - NEAR < other.right()
                && other.x() - NEAR < one.right()
                && one.y() - NEAR < other.bottom()
                && other.y() - NEAR < one.bottom();
    }
}
