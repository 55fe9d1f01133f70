package org.tsurutus.screen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tsurutus.screen.ButtonWords.Word;
import org.tsurutus.screen.ClickDecision.Choice;

/// Chooses the button that lets a specimen go on.
public final class Decider {
    private static final Comparator<Candidate> BEST_FIRST =
            Comparator.comparing((Candidate candidate) -> candidate.word().intent())
                    .thenComparing(candidate -> !candidate.button().isDefault())
                    .thenComparing(Candidate::word, Word.BEST_FIRST)
                    .thenComparingDouble(candidate -> -candidate.button().confidence());

    private final ButtonWords words;

    private record Candidate(Button button, Word word) {}

    public Decider(ButtonWords words) {
        this.words = words;
    }

    /// The most wanted button by its label's meaning; among equals the default button. A label that
    /// means never, or means nothing known, is not chosen even when it stands alone.
    public ClickDecision decide(List<Button> buttons) {
        Optional<Candidate> best =
                buttons.stream()
                        .flatMap(button -> candidate(button).stream())
                        .filter(candidate -> candidate.word().intent() != Intent.NEVER)
                        .min(BEST_FIRST);
        List<Alternative> alternatives = new ArrayList<>();
        for (Button button : buttons) {
            boolean chosen = best.isPresent() && best.get().button().equals(button);
            if (!chosen) {
                alternatives.add(new Alternative(button.label(), button.box(), why(button)));
            }
        }
        return new ClickDecision(best.map(Decider::choice), alternatives);
    }

    private Optional<Candidate> candidate(Button button) {
        return words.meaning(button.label()).map(word -> new Candidate(button, word));
    }

    private static Choice choice(Candidate candidate) {
        Word word = candidate.word();
        return new Choice(candidate.button(), word.text(), word.intent().word());
    }

    private String why(Button button) {
        if (button.label().isEmpty()) {
            return "nothing readable";
        }
        return words.meaning(button.label()).map(Decider::why).orElse("no known word");
    }

    private static String why(Word word) {
        String meaning = word.intent().word() + ": " + word.text();
        return word.intent() == Intent.NEVER ? meaning : "less wanted, " + meaning;
    }
}
