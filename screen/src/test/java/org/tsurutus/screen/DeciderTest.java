package org.tsurutus.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tsurutus.screen.ClickDecision.Choice;

class DeciderTest {
    private final Decider decider = new Decider(ButtonWords.standard());

    @Test
    void prefersYesToNoThoughNoIsTheDefault() {
        ClickDecision decision = decider.decide(List.of(button(0, "No", true), button(1, "Yes")));

        assertThat(decision.choice()).map(choice -> choice.button().label()).contains("Yes");
        assertThat(decision.alternatives())
                .containsExactly(new Alternative("No", box(0), "never: no"));
    }

    @Test
    void saysWhyNotForEveryOtherButton() {
        ClickDecision decision =
                decider.decide(
                        List.of(
                                button(0, "Run anyway"),
                                button(1, "Close"),
                                button(2, "Frobnicate"),
                                button(3, ""),
                                button(4, "Don't run")));

        assertThat(decision.choice()).map(Choice::reason).contains("run");
        assertThat(decision.alternatives())
                .extracting(Alternative::why)
                .containsExactly(
                        "less wanted, dismiss: close",
                        "no known word",
                        "nothing readable",
                        "never: dont");
    }

    @Test
    void takesTheDefaultOfTwoEqualButtons() {
        ClickDecision decision =
                decider.decide(List.of(button(0, "OK"), button(1, "OK", true), button(2, "OK")));

        assertThat(decision.choice()).map(choice -> choice.button().box()).contains(box(1));
        assertThat(decision.alternatives()).hasSize(2);
    }

    @Test
    void choosesNothingWhenThereIsNothingToGoOnWith() {
        assertThat(decider.decide(List.of()).choice()).isEmpty();
        assertThat(decider.decide(List.of(button(0, "Cancel", true))).choice()).isEmpty();
        assertThat(decider.decide(List.of(button(0, "Frobnicate", true))).choice()).isEmpty();
    }

    private static Button button(int place, String label) {
        return button(place, label, false);
    }

    private static Button button(int place, String label, boolean isDefault) {
        return new Button(box(place), label, 0.9, isDefault);
    }

    private static Box box(int place) {
        return new Box(10 + place * 90, 10, 75, 23);
    }
}
