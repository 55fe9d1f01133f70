package org.tsurutus.screen.sight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.TextReader;
import org.tsurutus.screen.TextReader.Reading;
import org.tsurutus.screen.grammar.ButtonWords;
import org.tsurutus.screen.grammar.Intent;
import org.tsurutus.screen.grammar.Meaning;
import org.tsurutus.screen.scene.Control;
import org.tsurutus.screen.scene.Panel;
import org.tsurutus.screen.scene.Scene;

/// Recognises what is on a frame. It belongs to the thread of its [TextReader].
public final class Sight {
    /// Ink that stands out less is that of something that cannot be worked now.
    private static final int FAINT = 112;

    /// The same, in percent of the strongest ink on the buttons beside it.
    private static final int FAINTER = 58;

    /// Buttons of such colours bear white letters, which stand out less.
    private static final int COLOURED = 50;

    private static final int LINES_OF_MESSAGE = 4;
    private static final int MOST_LINKS = 6;
    private static final int MOST_ADDRESSES = 4;

    private static final Pattern ADDRESS =
            Pattern.compile(
                    "https?[:;]|www[.,]|\\w[.,](com|org|example)\\b", Pattern.CASE_INSENSITIVE);

    private final LabelReader labels;
    private final ButtonWords words;

    public Sight(TextReader reader, ButtonWords words) {
        this.words = words;
        labels = new LabelReader(reader, words);
    }

    /// Recognises the panels of a frame and what is on them.
    ///
    /// @throws org.tsurutus.screen.ScreenException when the text reader fails
    public Scene look(Frame frame) {
        Picture picture = Picture.of(frame);
        List<TextLine> lines = TextLines.find(picture);
        List<Panel> panels = new ArrayList<>();
        for (PanelShape shape : PanelShape.find(picture, lines)) {
            read(frame, picture, shape).ifPresent(panels::add);
        }
        return new Scene(panels);
    }

    /// Dialogs that others cover, but for their title bars.
    ///
    /// @throws org.tsurutus.screen.ScreenException when the text reader fails
    public List<Panel> covered(Frame frame) {
        Picture picture = Picture.of(frame);
        return CoveredDialogs.find(picture, TextLines.find(picture), look(frame).panels());
    }

    private Optional<Panel> read(Frame frame, Picture picture, PanelShape shape) {
        List<Frame> crops =
                shape.buttons().stream()
                        .map(button -> frame.crop(labelOf(picture, button)))
                        .toList();
        LabelReader.Labels read = labels.read(crops);
        String language = read.language();
        List<Control> controls = new ArrayList<>();
        int strongest =
                shape.buttons().stream()
                        .mapToInt(button -> tone(picture, button).contrast())
                        .max()
                        .orElse(0);
        Set<ButtonShape> defaults = Prominence.most(picture, shape.buttons());
        for (int index = 0; index < crops.size(); index++) {
            ButtonShape button = shape.buttons().get(index);
            Reading reading = read.readings().get(index);
            controls.add(
                    button(
                            picture,
                            button,
                            strongest,
                            defaults.contains(button),
                            button.isCommand()
                                    ? heading(frame, picture, button, reading, language)
                                    : reading));
        }
        controls.addAll(links(frame, picture, shape, language));
        if (!isDialog(shape, controls, language) || isBrowser(frame, picture, shape)) {
            return Optional.empty();
        }
        for (PanelShape.Marked marked : shape.marks()) {
            controls.add(mark(frame, picture, marked, language));
        }
        controls.addAll(fields(picture, shape, controls));
        controls.sort(
                Comparator.comparingInt((Control control) -> control.box().y())
                        .thenComparingInt(control -> control.box().x()));
        return Optional.of(
                new Panel(
                        kind(shape, controls, language),
                        shape.box(),
                        "",
                        language,
                        isYesOrNo(controls, language)
                                ? message(frame, picture, shape, language)
                                : "",
                        controls));
    }

    private Panel.Kind kind(PanelShape shape, List<Control> controls, String language) {
        if (shape.style() == PanelShape.Style.BAR || shape.style() == PanelShape.Style.STRIP) {
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

    private boolean isYesOrNo(List<Control> controls, String language) {
        return has(controls, language, Intent.AFFIRMATIVE)
                && has(controls, language, Intent.NEGATIVE);
    }

    private Reading read(Frame frame, Picture picture, Box text, String language) {
        return labels.read(frame.crop(picture.around(text, 4, 3)), language);
    }

    private String message(Frame frame, Picture picture, PanelShape shape, String language) {
        StringBuilder message = new StringBuilder();
        shape.message().stream()
                .filter(line -> line.box().width() > 3 * line.box().height())
                .limit(LINES_OF_MESSAGE)
                .forEach(line ->
                        message.append(read(frame, picture, line.box(), language).text())
                                .append(' '));
        return message.toString().strip();
    }

    /// The heading of a large button, which may go over two lines.
    private Reading heading(
            Frame frame, Picture picture, ButtonShape button, Reading first, String language) {
        List<TextLine> lines = button.lines();
        String text = first.text();
        int height = lines.getFirst().box().height();
        for (TextLine line : lines.subList(1, lines.size())) {
            boolean below = line.box().y() >= lines.getFirst().box().bottom() - 2;
            if (!below
                    || line.box().height() * 10 < height * 9
                    || line.box().y() - lines.getFirst().box().bottom() > height) {
                break;
            }
            text = text + " " + read(frame, picture, line.box(), language).text();
        }
        return new Reading(text, first.confidence());
    }

    private Control mark(Frame frame, Picture picture, PanelShape.Marked marked, String language) {
        Reading reading = read(frame, picture, marked.text(), language);
        return new Control(
                marked.mark().round() ? Control.Kind.RADIO_BUTTON : Control.Kind.CHECK_BOX,
                marked.mark().box().with(marked.text()),
                reading.text(),
                reading.confidence(),
                Tone.of(picture, picture.around(marked.text(), 3, 3), marked.text()).contrast()
                        >= FAINT,
                false,
                false,
                marked.mark().checked());
    }

    /// Boxes to type into that are empty. They only matter where nothing else can be done.
    private static List<Control> fields(Picture picture, PanelShape shape, List<Control> controls) {
        return FieldShape.empty(picture, shape.box()).stream()
                .filter(box ->
                        box.width() * 20 < shape.box().width() * 19
                                && controls.stream()
                                        .noneMatch(control -> control.box().overlaps(box))
                                && shape.lines().stream()
                                        .noneMatch(line -> line.box().overlaps(box)))
                .map(box ->
                        new Control(
                                Control.Kind.TEXT_FIELD, box, "", 0.5, true, false, false, false))
                .toList();
    }

    /// Lines of text that act as buttons: underlined, or of a link's colour and a known word.
    private List<Control> links(Frame frame, Picture picture, PanelShape shape, String language) {
        List<Control> links = new ArrayList<>();
        List<TextLine> coloured =
                shape.remarks().stream()
                        .filter(line ->
                                line.box().width() <= 25 * line.box().height()
                                        && line.box().width() >= 2 * line.box().height())
                        .filter(line ->
                                isUnderlined(picture, line.box()) || isBlue(picture, line.box()))
                        .limit(MOST_LINKS)
                        .toList();
        for (TextLine line : coloured) {
            Reading reading = read(frame, picture, line.box(), language);
            if (words.meaning(reading.text(), language)
                    .filter(meaning -> meaning.exact() && meaning.intent() == Intent.REVEAL)
                    .isPresent()) {
                links.add(
                        new Control(
                                Control.Kind.LINK,
                                line.box(),
                                reading.text(),
                                reading.confidence(),
                                true,
                                false,
                                false,
                                false));
            }
        }
        return links;
    }

    private static boolean isBlue(Picture picture, Box text) {
        int ink = Tone.of(picture, picture.around(text, 2, 2), text).ink();
        return (ink & 0xFF) - (ink >> 16 & 0xFF) >= 60;
    }

    private static boolean isUnderlined(Picture picture, Box text) {
        for (int y = text.bottom() - 3; y <= text.bottom() + 4; y++) {
            if (picture.edgeAbove(y, text.x() + 1, text.right() - 1)
                    && (picture.edgeAbove(y + 1, text.x() + 1, text.right() - 1)
                            || picture.edgeAbove(y + 2, text.x() + 1, text.right() - 1))) {
                return true;
            }
        }
        return false;
    }

    /// Whether the buttons are such as the kind of rectangle they stand on needs.
    private boolean isDialog(PanelShape shape, List<Control> controls, String language) {
        return switch (shape.style()) {
            case WINDOW, BAR -> true;
            case PANE, STRIP -> isQuestion(controls, language);
            case ALONE -> isQuestion(controls, language) || isNotice(controls, language);
        };
    }

    /// Whether the buttons are an answer that goes on and one that does not.
    private boolean isQuestion(List<Control> controls, String language) {
        List<Intent> intents = meanings(controls, language).map(Meaning::intent).toList();
        return intents.stream().anyMatch(intent -> intent.compareTo(Intent.NEGATIVE) < 0)
                && intents.stream().anyMatch(intent -> intent.compareTo(Intent.NEGATIVE) >= 0);
    }

    /// Whether there is one button, and to go on is written on it.
    private boolean isNotice(List<Control> controls, String language) {
        return controls.stream().filter(control -> control.kind() == Control.Kind.BUTTON).count()
                        == 1
                && meanings(controls, language)
                        .anyMatch(meaning ->
                                meaning.exact() && meaning.intent().compareTo(Intent.REVEAL) < 0);
    }

    private Stream<Meaning> meanings(List<Control> controls, String language) {
        return controls.stream()
                .flatMap(control -> words.meaning(control.label(), language).stream());
    }

    /// Whether an address stands at the top, as in a browser's window, or above what may be part of
    /// a page.
    private boolean isBrowser(Frame frame, Picture picture, PanelShape shape) {
        Box box = shape.box();
        return switch (shape.style()) {
            case BAR, STRIP -> false;
            case WINDOW -> isAddress(frame, picture, atTop(shape.lines(), box));
            case PANE, ALONE ->
                    isAddress(frame, picture, atTop(shape.lines(), box))
                            || isAddress(frame, picture, shape.above());
        };
    }

    private static List<TextLine> atTop(List<TextLine> lines, Box box) {
        return lines.stream()
                .filter(line ->
                        line.box().y() < box.y() + Math.max(100, box.height() / 8)
                                && line.box().width() > 4 * line.box().height())
                .toList();
    }

    private boolean isAddress(Frame frame, Picture picture, List<TextLine> lines) {
        return lines.stream()
                .limit(MOST_ADDRESSES)
                .anyMatch(line ->
                        ADDRESS.matcher(
                                        labels.read(
                                                        frame.crop(
                                                                picture.around(line.box(), 3, 3)),
                                                        "en")
                                                .text())
                                .find());
    }

    /// Where a label is to be read. Parts of it may have been taken for something else, but most
    /// labels stand in the middle of their buttons.
    static Box labelOf(Picture picture, ButtonShape button) {
        Box inside = button.inside();
        Box text =
                button.isCentred() && !button.isCommand()
                        ? middle(inside, button.text())
                        : button.lines().getFirst().withoutIcon();
        int sideways = Math.max(5, text.height() / 2);
        int left = Math.max(text.x() - sideways, inside.x() + 1);
        int top = Math.max(text.y() - 4, inside.y() + 1);
        int right = Math.min(text.right() + sideways, inside.right() - 1);
        int bottom = Math.min(text.bottom() + 4, inside.bottom() - 1);
        return new Box(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
    }

    private static Box middle(Box inside, Box text) {
        int doubleX = inside.x() + inside.right();
        int doubleY = inside.y() + inside.bottom();
        int halfWidth = Math.max(doubleX - 2 * text.x(), 2 * text.right() - doubleX) / 2;
        int offset = Math.abs(text.y() + text.bottom() - doubleY);
        boolean level = offset * 2 <= inside.height();
        int halfHeight =
                level
                        ? Math.max(doubleY - 2 * text.y(), 2 * text.bottom() - doubleY) / 2
                        : text.height() / 2;
        int y = level ? doubleY / 2 : (text.y() + text.bottom()) / 2;
        return new Box(
                Math.max(0, doubleX / 2 - halfWidth),
                Math.max(0, y - halfHeight),
                Math.max(1, 2 * halfWidth),
                Math.max(1, 2 * halfHeight));
    }

    private static Tone tone(Picture picture, ButtonShape button) {
        return Tone.of(picture, button.inside(), button.text());
    }

    private static Control button(
            Picture picture,
            ButtonShape button,
            int strongest,
            boolean isDefault,
            Reading reading) {
        int contrast = tone(picture, button).contrast();
        boolean coloured = Tone.saturation(tone(picture, button).paper()) >= COLOURED;
        boolean enabled =
                coloured
                        ? contrast >= FAINT / 2
                        : contrast >= FAINT && contrast * 100 >= strongest * FAINTER;
        boolean focused = Prominence.isDotted(picture, button);
        return new Control(
                Control.Kind.BUTTON,
                button.box(),
                reading.text().replace('|', 'I'),
                reading.confidence(),
                enabled,
                isDefault || focused,
                focused,
                false);
    }
}
