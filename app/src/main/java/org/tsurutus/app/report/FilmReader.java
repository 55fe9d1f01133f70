package org.tsurutus.app.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.tsurutus.farm.FarmException;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.ScreenException;
import org.tsurutus.screen.cast.Change;
import org.tsurutus.screen.cast.End;
import org.tsurutus.screen.cast.ScreencastReader;

/// Makes a film for the page of a run's screencast: all of it where it is small enough, else what
/// the screen showed first, at the clicks, and last.
final class FilmReader {
    /// Characters of the page, for the film as it is and once more for pictures beside it.
    static final long MOST_EMBEDDED = 16L << 20;

    private final boolean whole;
    private final Deque<Click> clicks;
    private final List<Change> changes = new ArrayList<>();
    private final List<KeyMoment> moments = new ArrayList<>();
    private final List<String> lacks = new ArrayList<>();
    private long embedded;
    private long leftOut;

    /// What the screen showed from a moment on.
    private record Shown(long millis, Frame frame) {}

    private FilmReader(boolean whole, List<Click> clicks) {
        this.whole = whole;
        this.clicks =
                new ArrayDeque<>(
                        clicks.stream().sorted(Comparator.comparingLong(Click::millis)).toList());
    }

    static Film read(Path file, List<Click> clicks) {
        try {
            long size = Files.size(file);
            return new FilmReader(size <= MOST_EMBEDDED, clicks).read(file, size);
        } catch (IOException e) {
            throw FarmException.environment("cannot read " + file + ": " + e, e);
        }
    }

    private Film read(Path file, long size) {
        if (!whole) {
            lacks.add(
                    "The screencast has "
                            + ShownText.bytes(size)
                            + ", too much for a page: only its beginning, its end and its clicks are here; all of it is in the run’s screens/ beside the page.");
        }
        Optional<Shown> shown = Optional.empty();
        Optional<End> end = Optional.empty();
        try (ScreencastReader reader = new ScreencastReader(file)) {
            for (Optional<Change> next = reader.next(); next.isPresent(); next = reader.next()) {
                Change change = next.get();
                shown.ifPresent(before -> passClicks(before, change.millis()));
                shown = Optional.of(new Shown(change.millis(), reader.frame()));
                add(change, shown.get());
            }
            end = reader.end();
            shown.ifPresent(last -> passClicks(last, Long.MAX_VALUE));
            sayWhatIsMissing(end);
        } catch (ScreenException e) {
            lacks.add(
                    "It is not shown to its end: " + ShownText.of(String.valueOf(e.getMessage())));
        }
        shown.ifPresent(this::keep);
        if (leftOut > 0) {
            lacks.add(ShownText.count(leftOut, "picture") + " did not fit into the page.");
        }
        long last = Math.max(shown.map(Shown::millis).orElse(0L), end.map(End::end).orElse(0L));
        return new Film(changes, last, moments, lacks);
    }

    private void add(Change change, Shown shown) {
        if (whole) {
            changes.add(change);
        } else if (changes.isEmpty()) {
            keep(shown);
        }
    }

    /// The clicks that were made while the screen showed that.
    private void passClicks(Shown shown, long until) {
        while (!clicks.isEmpty() && clicks.getFirst().millis() < until) {
            KeyMoment moment = KeyMoment.of(clicks.removeFirst(), shown.frame());
            if (fits(moment.address())) {
                moments.add(moment);
            }
            keep(shown);
        }
    }

    /// Keeps a whole frame of a film that is too large for the page.
    private void keep(Shown shown) {
        boolean isThere = !changes.isEmpty() && changes.getLast().millis() == shown.millis();
        if (whole || isThere) {
            return;
        }
        Change change = Change.whole(shown.millis(), shown.frame());
        if (fits(change.tiles().getFirst().png())) {
            changes.add(change);
        }
    }

    /// Whether a picture beside the film as it is still finds room in the page.
    private boolean fits(String picture) {
        boolean fits = embedded + picture.length() <= MOST_EMBEDDED;
        embedded += fits ? picture.length() : 0;
        leftOut += fits ? 0 : 1;
        return fits;
    }

    private void sayWhatIsMissing(Optional<End> end) {
        if (end.isEmpty()) {
            lacks.add(
                    "It has no end: whoever filmed was stopped, and what came later is not in it.");
        } else if (end.get().leftOut() > 0) {
            lacks.add(
                    ShownText.count(end.get().leftOut(), "frame")
                            + " were not filmed: "
                            + (end.get().full()
                                    ? "the file had reached its largest size."
                                    : "they followed each other too quickly."));
        }
    }
}
