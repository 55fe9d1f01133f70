package org.tsurutus.screen;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tsurutus.screen.ClickDecision.Choice;
import org.tsurutus.screen.grammar.ButtonWords;
import org.tsurutus.screen.grammar.Intent;
import org.tsurutus.screen.grammar.Meaning;
import org.tsurutus.screen.grammar.Word;
import org.tsurutus.screen.scene.Control;
import org.tsurutus.screen.scene.Panel;
import org.tsurutus.screen.scene.Scene;

/// Chooses the control that lets a specimen go on.
public final class Decider {
    private static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparing((Candidate candidate) -> candidate.meaning().intent())
                    .thenComparing(candidate -> !candidate.control().isDefault())
                    .thenComparing(candidate -> candidate.meaning().word(), Word.BEST_FIRST)
                    .thenComparingDouble(candidate -> -candidate.control().confidence());

    /// Labels that are read less surely than this may be anything.
    private static final double HARD = 0.8;

    /// How sure a reading must be: yes, si, ja are soon read where nothing is written.
    private static final double SHORT_NEEDS = 0.55;

    private static final double OTHERS_NEED = 0.25;
    private static final double LIKELY_FIELD = 0.5;
    private static final int SPECKS = 2;

    /// Labels of so few letters may have more that cannot be seen.
    private static final int FEW = 2;

    /// Letters of the longest word for yes.
    private static final int YES = 3;

    private static final char FIRST_EAST_ASIAN = '\u2E80';

    private final ButtonWords words;

    private record Candidate(Panel panel, Control control, Meaning meaning) {}

    public Decider(ButtonWords words) {
        this.words = words;
    }

    /// The most wanted control by its label's meaning; among equals the default button. A label
    /// that means never, or means nothing known, is not chosen even when it stands alone.
    public ClickDecision decide(Scene scene) {
        Optional<Choice> choice =
                scene.panels().stream().flatMap(panel -> choice(panel).stream()).findFirst();
        return new ClickDecision(choice, alternatives(scene.controls(), choice));
    }

    /// The same for one panel.
    public ClickDecision decide(Panel panel) {
        Optional<Choice> choice = choice(panel);
        return new ClickDecision(choice, alternatives(panel.controls(), choice));
    }

    private List<Alternative> alternatives(List<Control> controls, Optional<Choice> choice) {
        return controls.stream()
                .filter(control -> choice.isEmpty() || !choice.get().control().equals(control))
                .map(control -> new Alternative(control.label(), control.box(), why(control)))
                .toList();
    }

    private Optional<Choice> choice(Panel panel) {
        Optional<Candidate> best = agreement(panel).or(() -> button(panel));
        boolean weak =
                best.map(candidate -> candidate.meaning().intent() == Intent.DISMISS).orElse(true);
        Optional<Choice> first =
                weak
                        ? waiting(panel)
                                .or(() -> surelyAsked(panel).map(Decider::choice))
                                .or(() -> remaining(panel))
                                .or(() -> best.flatMap(_ -> disabled(panel)))
                        : Optional.empty();
        return first.or(() -> best.map(each -> choice(refusal(panel, each).orElse(each))));
    }

    /// A box to tick or a circle to fill before the dialog lets anybody go on.
    private Optional<Candidate> agreement(Panel panel) {
        if (agreeing(panel)
                .anyMatch(control ->
                        control.kind() == Control.Kind.RADIO_BUTTON && control.checked())) {
            return Optional.empty();
        }
        return panel.controls().stream()
                .filter(control -> control.isMark() && control.enabled() && !control.checked())
                .flatMap(control ->
                        words.agreement(control.label(), panel.language()).stream()
                                .map(word ->
                                        new Candidate(panel, control, new Meaning(word, false))))
                .findFirst();
    }

    private Stream<Control> agreeing(Panel panel) {
        return panel.controls().stream()
                .filter(Control::isMark)
                .filter(control -> words.agreement(control.label(), panel.language()).isPresent());
    }

    private Optional<Candidate> button(Panel panel) {
        List<Candidate> candidates =
                panel.controls().stream()
                        .filter(control -> control.isPressed() && control.enabled())
                        .flatMap(control -> sure(control, panel))
                        .toList();
        boolean refusable =
                candidates.stream().anyMatch(candidate -> candidate.meaning().intent().refuses());
        Optional<Candidate> more =
                candidates.stream()
                        .filter(candidate ->
                                candidate.control().kind() == Control.Kind.LINK
                                        && candidate.meaning().intent() == Intent.REVEAL)
                        .findFirst();
        Optional<Candidate> best =
                candidates.stream()
                        .filter(candidate -> isWanted(candidate.meaning().intent(), panel.kind()))
                        .filter(candidate ->
                                candidate.meaning().intent() != Intent.REVEAL
                                        || candidate.control().kind() == Control.Kind.LINK
                                        || isUnderstood(panel))
                        .min(BEST_FIRST);
        // a notice that can only be taken away may hide a way to go on
        boolean onlyNotice =
                !refusable
                        && best.map(each ->
                                        each.meaning().intent().compareTo(Intent.AFFIRMATIVE) >= 0)
                                .orElse(false);
        return onlyNotice ? more.or(() -> best) : best;
    }

    /// Whether all buttons say something known. Pages of the web have buttons for more, too.
    private boolean isUnderstood(Panel panel) {
        return panel.controls().stream()
                .filter(control -> control.kind() == Control.Kind.BUTTON && control.enabled())
                .allMatch(control -> meanings(control, panel).findAny().isPresent());
    }

    private static double needed(Meaning meaning) {
        if (isShortLatin(meaning)) {
            return SHORT_NEEDS;
        }
        return meaning.exact() ? 0 : OTHERS_NEED;
    }

    private static boolean isShortLatin(Meaning meaning) {
        String text = meaning.word().text();
        return text.length() <= 3 && text.charAt(0) < FIRST_EAST_ASIAN;
    }

    private static boolean isWanted(Intent intent, Panel.Kind kind) {
        return intent.goesOn()
                || (kind == Panel.Kind.MESSAGE_BAR
                        ? intent == Intent.OPTIONS
                        : intent == Intent.DISMISS || intent == Intent.REVEAL);
    }

    /// What the label means, however badly it was read.
    private Stream<Meaning> meanings(Control control, Panel panel) {
        return words.meaning(control.label(), panel.language()).stream();
    }

    /// What the label means if it was read well enough.
    private Stream<Candidate> sure(Control control, Panel panel) {
        return meaning(control, panel)
                .map(meaning -> new Candidate(panel, control, meaning))
                .stream();
    }

    private Optional<Meaning> meaning(Control control, Panel panel) {
        Optional<Meaning> meaning =
                words.meaning(control.label(), panel.language())
                        .filter(found -> control.confidence() >= needed(found));
        boolean large = control.box().width() * 2 > panel.box().width();
        return meaning.isEmpty() && large
                ? words.command(control.label(), panel.language())
                        .map(word -> new Meaning(word, false))
                : meaning;
    }

    /// A button that cannot be read, when all others say no.
    private Optional<Choice> remaining(Panel panel) {
        List<Control> buttons =
                panel.controls().stream()
                        .filter(control -> control.kind() == Control.Kind.BUTTON)
                        .toList();
        List<Control> unknown =
                buttons.stream()
                        .filter(control -> meanings(control, panel).findAny().isEmpty())
                        .toList();
        boolean othersRefuse =
                buttons.stream()
                        .flatMap(control -> meanings(control, panel))
                        .allMatch(meaning ->
                                meaning.intent() == Intent.DISMISS || meaning.intent().refuses());
        return unknown.size() == 1
                        && buttons.size() > 1
                        && othersRefuse
                        && unknown.getFirst().enabled()
                        && isBefore(unknown.getFirst().box(), buttons.getLast().box())
                        && (isBesideNo(panel)
                                ? letters(unknown.getFirst()) <= YES
                                : unknown.getFirst().isDefault()
                                        && isHardToRead(unknown.getFirst()))
                ? Optional.of(
                        new Choice(panel, unknown.getFirst(), "", "remaining: the others say no"))
                : Optional.empty();
    }

    /// Whether two buttons stand in a row.
    private static boolean isBefore(Box first, Box second) {
        return first.x() < second.x()
                && Math.abs(first.y() - second.y()) <= 4
                && Math.abs(first.height() - second.height()) <= 4
                && first.width() >= first.height() * 3 / 2;
    }

    private static boolean isHardToRead(Control control) {
        return control.confidence() < HARD || letters(control) <= FEW;
    }

    /// Whether a button says no: what stands before it says yes, however badly that can be read.
    private boolean isBesideNo(Panel panel) {
        return panel.controls().stream()
                .filter(control -> control.kind() == Control.Kind.BUTTON)
                .flatMap(control -> meanings(control, panel))
                .anyMatch(meaning -> meaning.intent() == Intent.NEGATIVE && meaning.exact());
    }

    /// East Asian words have half as many.
    private static int letters(Control control) {
        return control.label()
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .map(letter -> letter < FIRST_EAST_ASIAN ? 1 : 2)
                .sum();
    }

    /// What a button that goes on waits for, when it cannot be worked yet: a box to tick, whatever
    /// stands beside it, or a field to type into. A mark that agrees and looks ticked cannot be.
    private Optional<Choice> waiting(Panel panel) {
        boolean waits =
                panel.controls().stream()
                        .filter(control ->
                                control.kind() == Control.Kind.BUTTON && !control.enabled())
                        .flatMap(control -> meanings(control, panel))
                        .anyMatch(meaning -> isWanted(meaning.intent(), panel.kind()));
        if (!waits) {
            return Optional.empty();
        }
        Optional<Control> field = field(panel);
        Optional<Control> mark =
                panel.controls().stream()
                        .filter(control ->
                                control.isMark()
                                        && isOpen(control)
                                        && !words.refuses(control.label(), panel.language()))
                        .findFirst();
        return field.filter(Decider::isAsked)
                .or(() -> agreeing(panel).findFirst())
                .or(() -> mark)
                .or(() -> field)
                .map(control -> new Choice(panel, control, "", "a button waits for it"));
    }

    /// Whether a field waits for typing: the cursor is in it, and nothing else.
    private static boolean isAsked(Control field) {
        return field.focused() && isEmpty(field) && field.confidence() >= LIKELY_FIELD;
    }

    /// A cursor, or a window before the field, may have been read as a letter or two.
    private static boolean isEmpty(Control field) {
        return field.label().codePoints().filter(Character::isLetterOrDigit).count() <= SPECKS;
    }

    /// The field to type into: an empty one, the one with the focus, the surest. What stands before
    /// a field may have been taken for its text.
    private static Optional<Control> field(Panel panel) {
        return panel.controls().stream()
                .filter(control -> control.kind() == Control.Kind.TEXT_FIELD)
                .min(
                        Comparator.comparing((Control control) -> !isEmpty(control))
                                .thenComparing(control -> !control.focused())
                                .thenComparingDouble(control -> -control.confidence()));
    }

    /// A button that goes on, though it seems not to be enabled: rather that one than to take the
    /// dialog away. If it is not enabled, nothing comes of it.
    private Optional<Choice> disabled(Panel panel) {
        return panel.controls().stream()
                .filter(control -> control.isPressed() && !control.enabled())
                .flatMap(control -> sure(control, panel))
                .filter(candidate -> candidate.meaning().intent().goesOn())
                .min(BEST_FIRST)
                .map(Decider::choice);
    }

    private static boolean isOpen(Control mark) {
        return mark.enabled() && !mark.checked();
    }

    /// Asked whether to stop, the answer is no. Where the question is not surely that, it is told
    /// by the button that is the default.
    private Optional<Candidate> refusal(Panel panel, Candidate best) {
        if (best.meaning().intent() != Intent.AFFIRMATIVE) {
            return Optional.empty();
        }
        boolean perhaps = words.perhapsStop(question(panel), panel.language()).isPresent();
        return surelyAsked(panel)
                .or(() ->
                        refusals(panel)
                                .filter(candidate -> perhaps && candidate.control().isDefault())
                                .findFirst());
    }

    /// No, where the question is surely whether to stop.
    private Optional<Candidate> surelyAsked(Panel panel) {
        return words.stop(question(panel), panel.language())
                .flatMap(_ -> refusals(panel).findFirst());
    }

    private Stream<Candidate> refusals(Panel panel) {
        return panel.controls().stream()
                .filter(control -> control.isPressed() && control.enabled())
                .flatMap(control ->
                        meanings(control, panel)
                                .map(meaning -> new Candidate(panel, control, meaning)))
                .filter(candidate -> candidate.meaning().intent() == Intent.NEGATIVE);
    }

    /// What is written on a panel beside its buttons. The picture before a message looks like a
    /// mark.
    private static String question(Panel panel) {
        return Stream.concat(
                        Stream.of(panel.message()),
                        panel.controls().stream().filter(Control::isMark).map(Control::label))
                .collect(Collectors.joining(" "));
    }

    private static Choice choice(Candidate candidate) {
        Word word = candidate.meaning().word();
        return new Choice(
                candidate.panel(), candidate.control(), word.text(), word.intent().word());
    }

    private String why(Control control) {
        if (control.label().isEmpty()) {
            return "nothing readable";
        }
        return words.meaning(control.label()).map(Decider::why).orElse("no known word");
    }

    private static String why(Meaning meaning) {
        String told = meaning.intent().word() + ": " + meaning.word().text();
        return isWanted(meaning.intent(), Panel.Kind.DIALOG) ? "less wanted, " + told : told;
    }
}
