package org.tsurutus.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tsurutus.screen.ClickDecision.Choice;
import org.tsurutus.screen.grammar.ButtonWords;
import org.tsurutus.screen.scene.Control;
import org.tsurutus.screen.scene.Control.Kind;
import org.tsurutus.screen.scene.Panel;
import org.tsurutus.screen.scene.Scene;

class DeciderTest {
    private final Decider decider = new Decider(ButtonWords.standard());

    @Test
    void prefersYesToNoThoughNoIsTheDefault() {
        ClickDecision decision = decide(button("No").asDefault(), button("Yes"));

        assertThat(decision.choice()).map(DeciderTest::label).contains("Yes");
        assertThat(decision.alternatives())
                .containsExactly(new Alternative("No", box(0), "negative: no"));
    }

    @Test
    void saysWhyNotForEveryOtherButton() {
        ClickDecision decision =
                decide(
                        button("Run anyway"),
                        button("Close"),
                        button("Frobnicate"),
                        button(""),
                        button("Don't run"));

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
        ClickDecision decision = decide(button("OK"), button("OK").asDefault(), button("OK"));

        assertThat(decision.choice()).map(choice -> choice.control().box()).contains(box(1));
        assertThat(decision.alternatives()).hasSize(2);
    }

    @Test
    void choosesNothingWhenThereIsNothingToGoOnWith() {
        assertThat(decider.decide(new Scene(List.of())).choice()).isEmpty();
        assertThat(decide().choice()).isEmpty();
        assertThat(decide(button("Cancel").asDefault()).choice()).isEmpty();
        assertThat(decide(button("Frobnicate").asDefault()).choice()).isEmpty();
    }

    @Test
    void agreesBeforeItGoesOn() {
        Part box = part(Kind.CHECK_BOX, "I accept the terms");

        assertThat(decide(box, button("Next >"), button("Cancel")).choice())
                .map(DeciderTest::label)
                .contains("I accept the terms");
        assertThat(decide(box.asChecked(), button("Next >"), button("Cancel")).choice())
                .map(DeciderTest::label)
                .contains("Next >");
    }

    @Test
    void ticksNothingThatAgreesToNothing() {
        assertThat(decide(part(Kind.CHECK_BOX, "Send usage data"), button("Next >")).choice())
                .map(DeciderTest::label)
                .contains("Next >");
        assertThat(
                        decide(part(Kind.RADIO_BUTTON, "I do not accept the terms"), button("OK"))
                                .choice())
                .map(DeciderTest::label)
                .contains("OK");
    }

    @Test
    void saysNoWhenAskedWhetherToStop() {
        Panel question = panel("Are you sure you want to exit setup?", button("Yes"), button("No"));

        assertThat(decider.decide(question).choice()).map(DeciderTest::label).contains("No");
        assertThat(decider.decide(panel("Go on?", button("Yes"), button("No"))).choice())
                .map(DeciderTest::label)
                .contains("Yes");
    }

    @Test
    void takesTheUnreadableDefaultWhenAllOthersSayNo() {
        ClickDecision decision =
                decide(button("|~").asDefault(), button("Cancel"), button("Cancel"));

        assertThat(decision.choice()).map(Choice::reason).contains("remaining: the others say no");
        assertThat(decide(button("|~"), button("Cancel")).choice()).isEmpty();
        assertThat(decide(button("|~").asDefault(), button("Frobnicate")).choice()).isEmpty();
    }

    @Test
    void fillsAFieldOnlyWhereAButtonWaitsForIt() {
        Part field = part(Kind.TEXT_FIELD, "");

        assertThat(decide(field, button("OK").asDisabled(), button("Cancel")).choice())
                .map(choice -> choice.control().kind())
                .contains(Kind.TEXT_FIELD);
        assertThat(decide(field, button("OK"), button("Cancel")).choice())
                .map(DeciderTest::label)
                .contains("OK");
        assertThat(decide(field, button("Cancel")).choice()).isEmpty();
    }

    @Test
    void ofSeveralFieldsFillsTheEmptyOne() {
        ClickDecision decision =
                decide(
                        part(Kind.TEXT_FIELD, "user"),
                        part(Kind.TEXT_FIELD, "| -"),
                        button("Next >").asDisabled());

        assertThat(decision.choice()).map(DeciderTest::label).contains("| -");
    }

    @Test
    void pressesNoTextFieldWhateverIsWrittenThere() {
        assertThat(decide(part(Kind.TEXT_FIELD, "Install")).choice()).isEmpty();
    }

    @Test
    void ratherPressesWhatSeemsDisabledThanTakesTheDialogAway() {
        ClickDecision decision = decide(button("Install").asDisabled(), button("Close"));

        assertThat(decision.choice()).map(DeciderTest::label).contains("Install");
        assertThat(decide(button("Install").asDisabled(), button("Cancel")).choice()).isEmpty();
    }

    @Test
    void ratherGoesOnThanTriesAgain() {
        ClickDecision decision =
                decide(button("Abort"), button("Retry").asDefault(), button("Ignore"));

        assertThat(decision.choice()).map(DeciderTest::label).contains("Ignore");
        assertThat(decide(button("Retry"), button("Cancel")).choice())
                .map(DeciderTest::label)
                .contains("Retry");
    }

    @Test
    void ofTypesOfSetupTakesTheUsualOne() {
        ClickDecision decision =
                decide(
                        button("Typical"),
                        button("Custom"),
                        button("Complete"),
                        button("Next >").asDisabled());

        assertThat(decision.choice()).map(DeciderTest::label).contains("Typical");
    }

    @Test
    void aMessageThatMayAskWhetherToStopIsOneWhereNoIsTheDefault() {
        String misread = "Do you warnt to cancel the instalation?";

        assertThat(decider.decide(panel(misread, button("Yes"), button("No").asDefault())).choice())
                .map(DeciderTest::label)
                .contains("No");
        assertThat(
                        decider.decide(
                                        panel(
                                                "Do you warnt to quit?",
                                                button("Yes").asDefault(),
                                                button("No")))
                                .choice())
                .map(DeciderTest::label)
                .contains("Yes");
    }

    @Test
    void opensOptionsOnMessageBarsOnly() {
        List<Control> options = controls(button("Options..."));
        Box place = new Box(0, 0, 1000, 60);

        assertThat(
                        decider.decide(new Panel(Panel.Kind.MESSAGE_BAR, place, "en", "", options))
                                .choice())
                .map(Choice::reason)
                .contains("options");
        assertThat(decider.decide(new Panel(Panel.Kind.DIALOG, place, "en", "", options)).choice())
                .isEmpty();
    }

    @Test
    void decidesOfAllPanelsForTheFirstThatGoesOn() {
        Scene scene =
                new Scene(
                        List.of(
                                panel("", button("Cancel")),
                                panel("", button("Continue"), button("Cancel"))));

        ClickDecision decision = decider.decide(scene);

        assertThat(decision.choice()).map(DeciderTest::label).contains("Continue");
        assertThat(decision.alternatives()).hasSize(2);
    }

    /// A control in the making.
    private record Part(
            Kind kind, String label, boolean enabled, boolean isDefault, boolean checked) {
        Part asDefault() {
            return new Part(kind, label, enabled, true, checked);
        }

        Part asDisabled() {
            return new Part(kind, label, false, isDefault, checked);
        }

        Part asChecked() {
            return new Part(kind, label, enabled, isDefault, true);
        }
    }

    private static Part button(String label) {
        return part(Kind.BUTTON, label);
    }

    private static Part part(Kind kind, String label) {
        return new Part(kind, label, true, false, false);
    }

    private ClickDecision decide(Part... parts) {
        return decider.decide(panel("", parts));
    }

    private static Panel panel(String message, Part... parts) {
        return new Panel(
                Panel.Kind.DIALOG, new Box(0, 0, 1000, 60), "en", message, controls(parts));
    }

    private static List<Control> controls(Part... parts) {
        List<Control> controls = new ArrayList<>();
        for (Part part : parts) {
            controls.add(
                    new Control(
                            part.kind,
                            box(controls.size()),
                            part.label,
                            0.9,
                            part.enabled,
                            part.isDefault,
                            false,
                            part.checked));
        }
        return controls;
    }

    private static Box box(int place) {
        return new Box(10 + place * 90, 10, 75, 23);
    }

    private static String label(Choice choice) {
        return choice.control().label();
    }
}
