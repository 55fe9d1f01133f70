package org.tsurutus.screen.sight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.TextReader;
import org.tsurutus.screen.eye.Eye;
import org.tsurutus.screen.eye.Sighting;
import org.tsurutus.screen.eye.Sighting.Pane;
import org.tsurutus.screen.eye.Sighting.Shape;
import org.tsurutus.screen.grammar.ButtonWords;
import org.tsurutus.screen.scene.Panel;
import org.tsurutus.screen.scene.Scene;

/// Recognises what is on the frames of a screen: the eye says where, the reader says what is
/// written there. Of a frame like the one before only what changed costs anything. It belongs to
/// the thread of its [TextReader].
public final class Sight {
    private static final int MARGIN = 48;
    private static final int REMEMBERED = 16;

    /// Bars are at least so many times as long as high.
    private static final int LONG = 9;

    /// A bar that is surer by so much than a dialog is not its end; what is less sure by so much is
    /// part of it.
    private static final double SURER = 0.3;

    /// Sides lie on each other that are apart by less than this part of a dialog's width.
    private static final int FOOT = 40;

    /// How sure things beside a dialog must be to be taken for its own.
    private static final double SURE = 0.4;

    /// How much of a dialog's width the eye may miss at its sides, as a divisor.
    private static final int OUTSIDE = 8;

    private final Gaze gaze = new Gaze(Eye.standard());
    private final LabelReader labels;
    private final ButtonWords words;
    private final Map<Unread, Panel> known = new Remembered<>(REMEMBERED);

    private @Nullable Frame last;
    private Scene scene = new Scene(List.of());

    /// A panel before it is read: where the same stands again, the same is written on it.
    private record Unread(Pane pane, List<Shape> shapes, Box at, Frame room) {}

    public Sight(TextReader reader, ButtonWords words) {
        this.words = words;
        labels = new LabelReader(reader, words);
    }

    /// Recognises the panels of a frame and what is on them.
    ///
    /// @throws org.tsurutus.screen.ScreenException when the eye or the text reader fails
    public Scene look(Frame frame) {
        Frame before = last;
        if (before == null || !frame.equals(before)) {
            List<Panel> panels = new ArrayList<>();
            byPane(gaze.look(frame))
                    .forEach((pane, shapes) -> panels.add(read(frame, pane, shapes)));
            panels.removeIf(panel -> panel.controls().isEmpty());
            scene = new Scene(panels);
            last = frame;
        }
        return scene;
    }

    /// Dialogs that others cover, but for their title bars.
    ///
    /// @param seen the panels of the frame
    public List<Panel> covered(Frame frame, List<Panel> seen) {
        Picture picture = Picture.of(frame);
        return CoveredDialogs.find(picture, TextLines.find(picture), seen);
    }

    /// The shapes of each pane that has some. What lies on several belongs to the smallest.
    private static Map<Pane, List<Shape>> byPane(Sighting sighting) {
        Map<Pane, List<Shape>> found = new LinkedHashMap<>();
        List<Pane> panes = whole(sighting.panels());
        for (Shape shape : sighting.shapes()) {
            around(panes, shape, _ -> 0)
                    .or(() ->
                            shape.sureness() >= SURE
                                    ? around(panes, shape, Sight::missed)
                                    : Optional.empty())
                    .ifPresent(
                            pane -> found.computeIfAbsent(pane, _ -> new ArrayList<>()).add(shape));
        }
        return found.entrySet().stream()
                .sorted(
                        Comparator.comparingDouble(
                                (Map.Entry<Pane, List<Shape>> entry) -> -entry.getKey().sureness()))
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                Map.Entry::getValue,
                                (one, _) -> one,
                                LinkedHashMap::new));
    }

    /// The smallest pane on which a shape lies.
    ///
    /// @param beside how many pixels it may lie beside a pane
    private static Optional<Pane> around(
            List<Pane> panes, Shape shape, ToIntFunction<Pane> beside) {
        Box box = shape.box();
        int x = box.x() + box.width() / 2;
        int y = box.y() + box.height() / 2;
        return panes.stream()
                .filter(pane -> {
                    Box seen = pane.box();
                    int reach = beside.applyAsInt(pane);
                    return y >= seen.y()
                            && y < seen.bottom()
                            && x >= seen.x() - reach
                            && x < seen.right() + reach;
                })
                .min(Comparator.comparingLong(pane -> pane.box().area()));
    }

    /// How much of a pane's width the eye may not have seen at each side: of bars most.
    private static int missed(Pane pane) {
        return pane.bar() ? pane.box().width() : pane.box().width() / OUTSIDE;
    }

    /// Dialogs with their lower ends, which look like bars, as do dialogs most of which is hidden.
    private static List<Pane> whole(List<Pane> panes) {
        return panes.stream()
                .filter(pane -> panes.stream().noneMatch(other -> isEnd(pane, other)))
                .map(pane ->
                        panes.stream()
                                .filter(other -> isEnd(other, pane))
                                .reduce(pane, Sight::with))
                .map(pane ->
                        pane.bar() && pane.box().width() < LONG * pane.box().height()
                                ? new Pane(false, pane.box(), pane.sureness())
                                : pane)
                .toList();
    }

    private static boolean isEnd(Pane end, Pane dialog) {
        if (end.equals(dialog) || dialog.bar()) {
            return false;
        }
        boolean shared = end.box().shared(dialog.box()) * 3 >= end.box().area();
        return end.bar()
                ? shared && end.sureness() <= dialog.sureness() + SURER
                : (shared && end.sureness() <= dialog.sureness() - SURER)
                        || isFoot(end.box(), dialog.box());
    }

    /// Whether a box is as wide as a dialog and ends where it does.
    private static boolean isFoot(Box box, Box dialog) {
        int near = dialog.width() / FOOT + 3;
        return box.y() > dialog.y() + near
                && box.shared(dialog) * 5 >= box.area() * 4
                && box.width() * 10 >= dialog.width() * 9
                && Math.abs(box.bottom() - dialog.bottom()) <= near;
    }

    private static Pane with(Pane pane, Pane end) {
        return new Pane(false, pane.box().with(end.box()), pane.sureness());
    }

    private Panel read(Frame frame, Pane pane, List<Shape> shapes) {
        Box box = shapes.stream().map(Shape::box).reduce(pane.box(), Box::with);
        Box room = box.grown(MARGIN, frame.box());
        return known.computeIfAbsent(
                new Unread(pane, shapes, room, frame.crop(room)),
                unread -> new PanelReader(labels, words, unread.room()).read(pane, shapes, room));
    }
}
