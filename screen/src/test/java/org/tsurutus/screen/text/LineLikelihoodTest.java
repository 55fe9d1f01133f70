package org.tsurutus.screen.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tsurutus.screen.text.LineLikelihood.Guess;

class LineLikelihoodTest {
    private static final Alphabet ALPHABET =
            Alphabet.of(
                    List.of(
                            " ", "(", ")", "N", "R", "u", "n", ">", "次", "へ", "戻", "る", "О", "O",
                            "K"));

    @Test
    void aLetterThatGoesOnIsReadOnceAndAgainOnlyAfterAGap() {
        assertThat(line(0.9, "n", "n", "", "n").reading().text()).isEqualTo("nn");
        assertThat(line(0.9, "n", "n", "n", "n").reading().text()).isEqualTo("n");
    }

    @Test
    void theConfidenceOfAReadingIsTheMeanOfItsLetters() {
        assertThat(line(0.9, "R", "u", "n").reading().confidence()).isCloseTo(0.9, within(1e-9));
        assertThat(line(0.9, "", "").reading().confidence()).isZero();
    }

    @Test
    void theLikelihoodOfATextIsTheSumOverAllPlacesOfItsLetters() {
        double[] one = new double[ALPHABET.size() + 1];
        one[Alphabet.NONE] = 0.4;
        one[ALPHABET.number("u")] = 0.6;
        LineLikelihood line = new LineLikelihood(ALPHABET, new double[][] {one, one});
        double oneLetter = 0.6 * 0.4 + 0.4 * 0.6 + 0.6 * 0.6;

        assertThat(line.logLikelihood("u")).isCloseTo(Math.log(oneLetter), within(1e-9));
        assertThat(line.logLikelihood("")).isCloseTo(Math.log(0.4 * 0.4), within(1e-9));
        assertThat(line.logLikelihood("uu")).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void aWordIsKnownByWhatIsLikelyWhereTheLettersAloneSayAnother() {
        LineLikelihood line = line(0.5, "次", "る");

        assertThat(line.reading().text()).isEqualTo("次る");
        assertThat(line.likeliest(List.of("次へ", "戻る", "nun")))
                .get()
                .satisfies(guess -> assertThat(guess.confidence()).isBetween(0.01, 0.5))
                .extracting(Guess::word)
                .isIn("次へ", "戻る");
        assertThat(line.likeliest(List.of())).isEmpty();
    }

    @Test
    void whatStandsAroundAWordOnAButtonCostsNothing() {
        LineLikelihood line = line(0.98, "次", "へ", "", "(", "N", ")", " ", ">");

        assertThat(line.reading().text()).isEqualTo("次へ(N) >");
        assertThat(line.guess("次へ").confidence()).isGreaterThan(0.95);
        assertThat(line.guess("次").confidence()).isLessThan(0.1);
        assertThat(line.guess("戻る").confidence()).isLessThan(0.1);
    }

    @Test
    void casesSpacesAndTwinsOfAnotherScriptAreOne() {
        assertThat(line(0.9, "R", "u", "", "n").guess("r un").confidence()).isGreaterThan(0.9);
        assertThat(line(0.9, "О", "K").guess("ok").confidence()).isGreaterThan(0.9);
    }

    @Test
    void aLongLineStaysAboveZero() {
        String[] letters = new String[120];
        Arrays.setAll(letters, index -> index % 2 == 0 ? "u" : "n");

        assertThat(line(0.001, letters).logLikelihood("un".repeat(60))).isFinite().isLessThan(-100);
    }

    /// A line on which each step is of a letter, or of none, with a likelihood; of what is left all
    /// others have the same part.
    private static LineLikelihood line(double sure, String... letters) {
        int classes = ALPHABET.size() + 1;
        double[][] steps = new double[letters.length][classes];
        for (int place = 0; place < letters.length; place++) {
            Arrays.fill(steps[place], (1 - sure) / (classes - 1));
            steps[place][
                            letters[place].isEmpty()
                                    ? Alphabet.NONE
                                    : ALPHABET.number(letters[place])] =
                    sure;
        }
        return new LineLikelihood(ALPHABET, steps);
    }
}
