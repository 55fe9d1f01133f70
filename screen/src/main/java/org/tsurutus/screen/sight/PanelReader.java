package org.tsurutus.screen.sight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.TextReader.Reading;
import org.tsurutus.screen.eye.Sighting.Pane;
import org.tsurutus.screen.eye.Sighting.Shape;
import org.tsurutus.screen.grammar.ButtonWords;
import org.tsurutus.screen.grammar.Intent;
import org.tsurutus.screen.scene.Control;
import org.tsurutus.screen.scene.Panel;
import org.tsurutus.screen.text.Letters;

/// Reads what is written on one panel.
final class PanelReader {
    private static final int LINES_OF_MESSAGE = 6;
    private static final int REACH = 4;
    private static final int REACH_OF_WIDE = 10;
    private static final int REACH_OF_HIGH = 6;
    private static final int REACH_OF_PANELS = 10;

    /// Text fields that the eye is less sure of must have edges on all sides and be empty.
    private static final double SURE_FIELD = 0.4;

    /// Buttons that the eye is less sure of must have edges on all sides.
    private static final double SURE_BUTTON = 0.4;

    /// Labels of enabled buttons stand out from their ground by at least this part of another's.
    private static final double AS_DARK = 0.85;

    /// Controls whose middles differ less than this part of their height stand in one row.
    private static final int ROW = 2;

    private final LabelReader labels;
    private final ButtonWords words;
    private final Frame room;
    private final Picture picture;
    private final Lettering lettering;

    /// @param room the panel with some pixels around it
    PanelReader(LabelReader labels, ButtonWords words, Frame room) {
        this.labels = labels;
        this.words = words;
        this.room = room;
        picture = Picture.of(room);
        lettering = new Lettering(picture);
    }

    /// Reads the panel.
    ///
    /// @param at where the room is on the frame, as the boxes of pane and shapes are
    Panel read(Pane pane, List<Shape> shapes, Box at) {
        List<Shape> seen =
                of(shapes, Control.Kind.BUTTON).stream()
                        .flatMap(button -> pieces(button, place(button, at)))
                        .filter(button ->
                                button.sureness() >= SURE_BUTTON
                                        || Edges.isDrawn(picture, button.box()))
                        .toList();
        List<Shape> buttons = seen.stream().map(button -> judged(button, seen)).toList();
        List<Box> places = buttons.stream().map(Shape::box).toList();
        LabelReader.Labels read =
                labels.read(places.stream().map(this::label).toList(), others(shapes, at));
        String language = read.language();
        List<Control> controls = new ArrayList<>();
        for (int index = 0; index < buttons.size(); index++) {
            Box box = places.get(index);
            Reading heading = heading(read.readings().get(index), box, language);
            controls.add(control(buttons.get(index), box.moved(at.x(), at.y()), heading));
        }
        for (Shape shape : shapes) {
            control(shape, at, language)
                    .filter(control -> controls.stream().noneMatch(surer -> isSame(control, surer)))
                    .ifPresent(controls::add);
        }
        Box whole =
                controls.stream()
                        .map(Control::box)
                        .reduce(drawn(pane, at).moved(at.x(), at.y()), Box::with);
        List<Box> lines = besides(controls, whole, at);
        String message =
                has(controls, language, Intent.NEGATIVE)
                        ? lines.stream()
                                .limit(LINES_OF_MESSAGE)
                                .map(line -> room.crop(lettering.toRead(line)))
                                .flatMap(line -> labels.readings(line, language))
                                .map(Reading::text)
                                .collect(Collectors.joining(" "))
                                .strip()
                        : "";
        controls.addAll(unseen(lines, controls, at, language));
        return new Panel(
                kind(pane, controls, language), whole, language, message, inReadingOrder(controls));
    }

    /// Whether a button is enabled the eye knows less surely than that two labels are as dark.
    private Shape judged(Shape button, List<Shape> buttons) {
        if (button.enabled()) {
            return button;
        }
        int dark = contrast(button);
        boolean enabled =
                buttons.stream()
                        .filter(Shape::enabled)
                        .anyMatch(other -> dark >= AS_DARK * contrast(other));
        return new Shape(
                button.kind(),
                button.box(),
                button.sureness(),
                enabled,
                button.isDefault(),
                button.focused(),
                button.checked());
    }

    private int contrast(Shape button) {
        return Letters.contrast(room.crop(lettering.label(button.box())));
    }

    /// Where the sides of the panel are drawn.
    private Box drawn(Pane pane, Box at) {
        Box seen = pane.box().moved(-at.x(), -at.y());
        return Edges.snap(
                picture,
                seen,
                REACH_OF_PANELS + seen.width() / REACH_OF_WIDE,
                REACH_OF_PANELS + seen.height() / REACH_OF_WIDE);
    }

    /// The lines on the panel that belong to none of its controls.
    private List<Box> besides(List<Control> controls, Box panel, Box at) {
        Box inside = panel.moved(-at.x(), -at.y());
        List<Box> taken =
                controls.stream().map(control -> control.box().moved(-at.x(), -at.y())).toList();
        return lettering.besides(taken).stream()
                .filter(line ->
                        inside.contains(line.x() + line.width() / 2, line.y() + line.height() / 2))
                .toList();
    }

    /// What is no button.
    private Optional<Control> control(Shape shape, Box at, String language) {
        Box box = place(shape, at);
        return switch (shape.kind()) {
            case CHECK_BOX, RADIO_BUTTON ->
                    Optional.of(ticked(shape, box, Mark.of(picture, box), at, language));
            case LINK, TEXT_FIELD -> {
                // the eye takes some boxes to tick for links or fields
                Box line = lettering.on(box).stream().findFirst().orElse(box);
                Optional<Mark> mark = Mark.of(picture, line).filter(each -> isApart(each, line));
                yield mark.isPresent()
                        ? Optional.of(ticked(shape, line, mark, at, language))
                        : shape.kind() == Control.Kind.LINK
                                ? Optional.of(link(shape, box, at, language))
                                : field(shape, box, at, language);
            }
            case BUTTON, TITLE_BAR -> Optional.empty();
        };
    }

    /// Whether two controls to tick are one that the eye saw as a box and as a circle.
    private static boolean isSame(Control control, Control surer) {
        Box one = control.box();
        Box other = surer.box();
        return control.isMark()
                && surer.isMark()
                && one.shared(other) * 2 > Math.min(one.area(), other.area());
    }

    private LabelReader.Label label(Box button) {
        Box face = lettering.face(button);
        return new LabelReader.Label(
                room.crop(lettering.label(button)),
                room.crop(face),
                lettering.isTall(button),
                Heading.of(picture, face).map(lettering::toRead).map(room::crop));
    }

    /// Row by row, and each from left to right.
    private static List<Control> inReadingOrder(List<Control> controls) {
        List<Control> sorted = new ArrayList<>(controls);
        sorted.sort(Comparator.comparingInt(PanelReader::middle));
        List<Control> ordered = new ArrayList<>();
        List<Control> row = new ArrayList<>();
        for (Control control : sorted) {
            if (!row.isEmpty()
                    && (middle(control) - middle(row.getFirst())) * ROW
                            > row.getFirst().box().height()) {
                ordered.addAll(fromTheLeft(row));
                row.clear();
            }
            row.add(control);
        }
        ordered.addAll(fromTheLeft(row));
        return ordered;
    }

    private static List<Control> fromTheLeft(List<Control> row) {
        return row.stream().sorted(Comparator.comparingInt(control -> control.box().x())).toList();
    }

    private static int middle(Control control) {
        return control.box().y() + control.box().height() / 2;
    }

    /// Lines of text with a mark before them that the eye did not see.
    private List<Control> unseen(List<Box> lines, List<Control> controls, Box at, String language) {
        List<Control> found = new ArrayList<>();
        for (Box line : lines) {
            Mark.of(picture, line)
                    .filter(mark -> mark.outlined() && isApart(mark, line))
                    .filter(mark ->
                            controls.stream()
                                    .noneMatch(control ->
                                            control.box()
                                                    .overlaps(mark.box().moved(at.x(), at.y()))))
                    .map(mark -> ticked(unsure(line), line, Optional.of(mark), at, language))
                    .ifPresent(found::add);
        }
        return found;
    }

    private static Shape unsure(Box box) {
        return new Shape(Control.Kind.CHECK_BOX, box, 0, true, false, false, false);
    }

    private Control ticked(Shape shape, Box box, Optional<Mark> mark, Box at, String language) {
        List<Box> lines = lettering.beside(box, mark.map(Mark::box));
        Reading reading = read(lines, language);
        // where letters end is known better than where the eye ends
        Box whole =
                lines.stream()
                        .reduce(Box::with)
                        .map(text -> text.with(mark.map(Mark::box).orElse(left(box, text))))
                        .orElse(box);
        return control(
                shape,
                isLarge(box, lines) && isCommand(reading, language)
                        ? Control.Kind.BUTTON
                        : mark.flatMap(Mark::shape).orElse(shape.kind()),
                whole.moved(at.x(), at.y()),
                reading,
                mark.map(Mark::checked).orElse(shape.checked()));
    }

    private static boolean isLarge(Box box, List<Box> lines) {
        return lines.stream()
                .findFirst()
                .filter(line -> box.height() >= 2 * line.height())
                .isPresent();
    }

    /// Where a mark must be that was not found.
    private static Box left(Box seen, Box text) {
        return new Box(Math.min(seen.x(), text.x()), text.y(), 1, text.height());
    }

    /// Whether more stands between a mark and what follows than between two letters.
    private boolean isApart(Mark mark, Box box) {
        Box seen = mark.box();
        return lettering.beside(box, Optional.of(seen)).stream()
                .findFirst()
                .filter(line -> line.x() - seen.right() >= Math.max(3, seen.width() / 4))
                .isPresent();
    }

    private Optional<Control> field(Shape shape, Box box, Box at, String language) {
        List<Box> written = lettering.on(box);
        boolean seen =
                shape.sureness() >= SURE_FIELD
                        || (Edges.isDrawn(picture, box) && written.isEmpty());
        if (!seen) {
            return Optional.empty();
        }
        Reading reading = new Reading(read(written, language).text(), shape.sureness());
        return Optional.of(control(shape, box.moved(at.x(), at.y()), reading));
    }

    private Control link(Shape shape, Box box, Box at, String language) {
        List<Box> lines = lettering.on(box);
        Box whole = lines.stream().reduce(Box::with).orElse(box);
        return control(shape, whole.moved(at.x(), at.y()), read(lines, language));
    }

    /// The buttons that were seen as one. Which of several is the default is not known.
    private Stream<Shape> pieces(Shape button, Box box) {
        List<Box> parts = Edges.parts(picture, box);
        boolean single = parts.size() == 1;
        return parts.stream()
                .map(part ->
                        new Shape(
                                button.kind(),
                                part,
                                button.sureness(),
                                button.enabled(),
                                single && button.isDefault(),
                                single && button.focused(),
                                button.checked()));
    }

    /// What is written beside boxes and on links tells the language too.
    private List<Frame> others(List<Shape> shapes, Box at) {
        return shapes.stream()
                .flatMap(shape -> {
                    Box box = place(shape, at);
                    return switch (shape.kind()) {
                        case CHECK_BOX, RADIO_BUTTON ->
                                lettering.beside(box, Mark.of(picture, box).map(Mark::box)).stream()
                                        .limit(1);
                        case LINK -> lettering.on(box).stream().limit(1);
                        case BUTTON, TEXT_FIELD, TITLE_BAR -> Stream.<Box>empty();
                    };
                })
                .map(line -> room.crop(lettering.toRead(line)))
                .toList();
    }

    private static List<Shape> of(List<Shape> shapes, Control.Kind kind) {
        return shapes.stream().filter(shape -> shape.kind() == kind).toList();
    }

    /// Where a shape is in the room.
    private Box place(Shape shape, Box at) {
        Box box = shape.box().moved(-at.x(), -at.y());
        return switch (shape.kind()) {
            case BUTTON -> snapped(box, box.height() / REACH_OF_HIGH);
            case TEXT_FIELD -> snapped(box, box.height() / 2);
            case CHECK_BOX, RADIO_BUTTON, LINK, TITLE_BAR -> box;
        };
    }

    private Box snapped(Box box, int upright) {
        return Edges.snap(picture, box, REACH + box.width() / REACH_OF_WIDE, REACH + upright);
    }

    /// Large buttons with a picture look like boxes to tick; what is written on them tells.
    private boolean isCommand(Reading reading, String language) {
        return words.meaning(reading.text(), language)
                .filter(meaning -> meaning.exact() && meaning.intent().compareTo(Intent.ACCEPT) < 0)
                .isPresent();
    }

    private static Control control(Shape shape, Box box, Reading reading) {
        return control(shape, shape.kind(), box, reading, shape.checked());
    }

    private static Control control(
            Shape shape, Control.Kind kind, Box box, Reading reading, boolean checked) {
        return new Control(
                kind,
                box,
                reading.text().replace('|', 'I'),
                reading.confidence(),
                shape.enabled(),
                shape.isDefault(),
                shape.focused(),
                checked);
    }

    /// What is written on a button; large ones have a heading, which may go over two lines.
    private Reading heading(Reading first, Box button, String language) {
        List<Box> more = lettering.restOfHeading(button);
        return more.isEmpty() || labels.isDone(first, language)
                ? first
                : joined(first, read(more, language));
    }

    private Reading read(List<Box> lines, String language) {
        return lines.stream()
                .map(line -> labels.read(room.crop(lettering.toRead(line)), language))
                .reduce(PanelReader::joined)
                .orElse(new Reading("", 0));
    }

    private static Reading joined(Reading one, Reading other) {
        return new Reading(
                (one.text() + " " + other.text()).strip(),
                Math.min(one.confidence(), other.confidence()));
    }

    private Panel.Kind kind(Pane pane, List<Control> controls, String language) {
        if (pane.bar()) {
            return Panel.Kind.MESSAGE_BAR;
        }
        return has(controls, language, Intent.CONTINUE) || has(controls, language, Intent.FINISH)
                ? Panel.Kind.WIZARD
                : Panel.Kind.DIALOG;
    }

    private boolean has(List<Control> controls, String language, Intent intent) {
        return controls.stream()
                .flatMap(control -> words.meaning(control.label(), language).stream())
                .anyMatch(meaning -> meaning.intent() == intent);
    }
}
