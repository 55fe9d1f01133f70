package org.tsurutus.bench.click.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final Judgement RIGHT = Hand.pressing(Hand.NEXT);
    private static final Judgement WRONG = Hand.pressing(Hand.CANCEL);
    private static final Judgement MISSED =
            Judgement.of(Hand.wizard(), Hand.seen(List.of(), Optional.empty()));
    private static final Judgement TRAPPED =
            Judgement.of(
                    Hand.truth("none", List.of(), List.of()),
                    Hand.seen(List.of(), Optional.of(Hand.found("button", Hand.NEXT, "Download"))));
    private static final Judgement QUIET =
            Judgement.of(
                    Hand.truth("none", List.of(), List.of()),
                    Hand.seen(List.of(), Optional.empty()));

    @Test
    void ratesAreOfTheFramesThatTheyAreAbout() {
        Tally tally = new Tally(List.of(RIGHT, RIGHT, WRONG, MISSED, TRAPPED, QUIET, QUIET, QUIET));

        assertThat(tally.right()).isEqualTo(new Share(2, 4));
        assertThat(tally.wrong()).isEqualTo(new Share(1, 4));
        assertThat(tally.missed()).isEqualTo(new Share(1, 4));
        assertThat(tally.trapped()).isEqualTo(new Share(1, 4));
        assertThat(tally.perSecond()).isEqualTo(500);
    }

    @Test
    void aPercentileIsOneOfTheTimes() {
        List<Judgement> judgements =
                List.of(1_000_000L, 2_000_000L, 3_000_000L, 50_000_000L).stream()
                        .map(nanos ->
                                Judgement.of(
                                        Hand.wizard(),
                                        new Seen(List.of(), Optional.empty(), nanos)))
                        .toList();
        Tally tally = new Tally(judgements);

        assertThat(tally.millis(0.5)).isEqualTo(2);
        assertThat(tally.millis(0.95)).isEqualTo(50);
        assertThat(new Tally(List.of()).millis(0.5)).isZero();
    }

    @Test
    void theTableNamesEveryGroupAndTheJsonTheNumbers() {
        Report report = new Report("a clicker", new Tally(List.of(RIGHT, WRONG)));

        assertThat(report.toMarkdown())
                .contains("| a clicker | frames | right |", "| all | 2 | 50.0 | 50.0 | 0.0 | - |")
                .contains("| language en | 2 |", "| theme nsis | 2 |");
        assertThat(report.toJson())
                .startsWith("{\"clicker\":\"a clicker\",\"groups\":{\"all\":{\"frames\":2,")
                .contains("\"right\":{\"part\":1,\"whole\":2}");
    }

    @Test
    void goalsAreMissedByName() {
        Report good = new Report("good", new Tally(List.of(RIGHT, QUIET)));
        Report bad = new Report("bad", new Tally(List.of(RIGHT, WRONG, TRAPPED)));

        assertThat(Goals.missed(good)).isEmpty();
        assertThat(Goals.missed(bad))
                .containsExactly(
                        "right: 50.0 %, not 98.0 %",
                        "right, language en: 50.0 %, not 98.5 %",
                        "wrong: 50.0 %, more than 0.3 %",
                        "trapped: 100.0 %, more than 0.1 %");
    }

    @Test
    void aGoalThatIsJustReachedIsMet() {
        List<Judgement> judgements = new ArrayList<>(Collections.nCopies(197, RIGHT));
        judgements.addAll(Collections.nCopies(3, MISSED));

        assertThat(Goals.missed(new Report("just", new Tally(judgements)))).isEmpty();
    }
}
