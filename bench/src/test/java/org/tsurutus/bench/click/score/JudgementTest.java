package org.tsurutus.bench.click.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tsurutus.bench.click.Place;
import org.tsurutus.bench.click.Truth;

class JudgementTest {
    private static final Truth NOTHING =
            Hand.truth(
                    "none", List.of(Hand.control("button", Hand.NEXT, "Download", 1)), List.of());

    @Test
    void aPressInTheIntendedControlIsRight() {
        assertThat(Hand.pressing(Hand.NEXT).verdict()).isEqualTo(Verdict.RIGHT);
        assertThat(Hand.pressing(new Place(170, 100, 16, 16)).verdict()).isEqualTo(Verdict.RIGHT);
    }

    @Test
    void aPressAnywhereElseIsWrong() {
        assertThat(Hand.pressing(Hand.CANCEL).verdict()).isEqualTo(Verdict.WRONG);
        assertThat(Hand.pressing(new Place(10, 10, 9, 9)).verdict()).isEqualTo(Verdict.WRONG);
    }

    @Test
    void noPressWhereSomethingWasIntendedIsAMiss() {
        Judgement judgement = Judgement.of(Hand.wizard(), Hand.seen(List.of(), Optional.empty()));

        assertThat(judgement.verdict()).isEqualTo(Verdict.MISSED);
        assertThat(judgement.why())
                .isEqualTo("test-000001 MISSED nsis en: no press, wanted [Next >]");
    }

    @Test
    void whereNothingMayBePressedAnyPressIsATrap() {
        Seen.Found download = Hand.found("button", Hand.NEXT, "Download");

        assertThat(Judgement.of(NOTHING, Hand.seen(List.of(), Optional.of(download))).verdict())
                .isEqualTo(Verdict.TRAPPED);
        assertThat(Judgement.of(NOTHING, Hand.seen(List.of(), Optional.empty())).verdict())
                .isEqualTo(Verdict.QUIET);
    }

    @Test
    void boxesLabelsAndKindsAreCounted() {
        List<Seen.Found> found =
                List.of(
                        Hand.found("button", new Place(102, 100, 80, 20), "NEXT>"),
                        Hand.found("button", Hand.BOX, "I acept"),
                        Hand.found("button", new Place(400, 400, 50, 20), "wallpaper"),
                        Hand.found("button", new Place(500, 400, 50, 20), ""));

        Judgement judgement =
                Judgement.of(Hand.wizard(), Hand.seen(found, Optional.of(found.getFirst())));

        assertThat(judgement.buttons()).isEqualTo(new Share(1, 2));
        assertThat(judgement.others()).isEqualTo(new Share(1, 1));
        assertThat(judgement.found()).isEqualTo(new Share(2, 3));
        assertThat(judgement.labels()).isEqualTo(new Share(1, 2));
        assertThat(judgement.kinds()).isEqualTo(new Share(1, 2));
    }

    @Test
    void whatIsMostlyHiddenNeedNotBeFoundButMayBe() {
        Truth truth =
                Hand.truth(
                        "win32",
                        List.of(
                                Hand.control("button", Hand.NEXT, "Next >", 1),
                                Hand.control("button", Hand.CANCEL, "Cancel", 0.4)),
                        List.of(0));
        Seen.Found cancel = Hand.found("button", Hand.CANCEL, "Cancel");

        Judgement judgement = Judgement.of(truth, Hand.seen(List.of(cancel), Optional.of(cancel)));

        assertThat(judgement.buttons()).isEqualTo(new Share(0, 1));
        assertThat(judgement.found()).isEqualTo(new Share(1, 1));
    }

    @Test
    void oneFoundControlStandsForOneTrueOne() {
        Place both = new Place(100, 100, 80, 20);
        Truth truth =
                Hand.truth(
                        "win32",
                        List.of(
                                Hand.control("button", both, "Yes", 1),
                                Hand.control("link", new Place(100, 100, 80, 22), "Yes", 1)),
                        List.of(0));

        Judgement judgement =
                Judgement.of(
                        truth,
                        Hand.seen(List.of(Hand.found("button", both, "Yes")), Optional.empty()));

        assertThat(judgement.buttons()).isEqualTo(new Share(1, 1));
        assertThat(judgement.others()).isEqualTo(new Share(0, 1));
    }
}
