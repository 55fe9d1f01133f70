package org.tsurutus.screen.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tsurutus.screen.TextReader.Reading;

/// What may be written on a line, and how likely: what [Letters] saw.
///
/// Likelihoods of texts are sums over all ways in which the letters can lie on the line (CTC).
/// Spaces, cases, and whether a letter is Latin or its Cyrillic twin, do not count.
public final class LineLikelihood {
    /// A line as long as it is high holds at least so many letters.
    private static final double LEAST_LETTERS = 0.6;

    private final Alphabet alphabet;
    private final double[][] steps;
    private final double[] gaps;
    private final Reading reading;
    private final double free;

    /// A word, and how well it explains the line.
    ///
    /// @param word as asked for
    /// @param logLikelihood natural logarithm, 0 at most
    /// @param confidence 0 to 1: how much of each letter's likelihood is left when this word is
    ///   read instead of what the letters say by themselves
    public record Guess(String word, double logLikelihood, double confidence) {}

    /// @param steps for each step along the line the likelihood of each class, 0 to 1
    LineLikelihood(Alphabet alphabet, double[][] steps) {
        this.alphabet = alphabet;
        this.steps = steps;
        gaps = gaps(alphabet, steps);
        reading = freely();
        free = logLikelihood(Spelling.exactly(alphabet, reading.text()));
    }

    /// What the letters say by themselves. The confidence is the mean of the letters', less where
    /// the line is too long for so few.
    public Reading reading() {
        return reading;
    }

    /// How likely it is that this text, and nothing else, is written on the line.
    ///
    /// @return natural logarithm, 0 at most, negative infinity where the line is too short for it
    public double logLikelihood(String text) {
        return logLikelihood(Spelling.exactly(alphabet, text));
    }

    /// How well a word explains the line, with what may stand around it on a button: an arrow, a
    /// letter in brackets, dots.
    public Guess guess(String word) {
        double likelihood = logLikelihood(alphabet.onButton(word));
        int letters = Math.max(1, word.codePointCount(0, word.length()));
        return new Guess(word, likelihood, Math.exp(Math.min(0, (likelihood - free) / letters)));
    }

    /// The word that explains the line best.
    ///
    /// @return empty when there are no words
    public Optional<Guess> likeliest(Collection<String> words) {
        return words.stream()
                .map(this::guess)
                .max(Comparator.comparingDouble(Guess::logLikelihood));
    }

    private Reading freely() {
        StringBuilder text = new StringBuilder();
        List<Double> sure = new ArrayList<>();
        int before = Alphabet.NONE;
        for (double[] step : steps) {
            int best = 0;
            for (int number = 1; number < step.length; number++) {
                best = step[number] > step[best] ? number : best;
            }
            if (best != before && best != Alphabet.NONE) {
                text.append(alphabet.letter(best));
                sure.add(step[best]);
            }
            before = best;
        }
        double mean = sure.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        double expected = LEAST_LETTERS * steps.length * InkLine.STEP / InkLine.HEIGHT;
        double enough = Math.min(1, sure.size() / expected);
        return new Reading(Twins.told(text.toString().strip()), mean * enough);
    }

    private double logLikelihood(Spelling spelling) {
        int count = spelling.count();
        double[] on = new double[count];
        double[] after = new double[count];
        double[] nextOn = new double[count];
        after[0] = 1;
        double logarithm = 0;
        for (int index = 0; index < steps.length; index++) {
            double sum = 0;
            for (int place = 0; place < count; place++) {
                nextOn[place] =
                        arriving(spelling, place, on, after) * seen(steps[index], spelling, place);
                sum += nextOn[place] + gaps[index] * (on[place] + after[place]);
            }
            if (sum == 0) {
                return Double.NEGATIVE_INFINITY;
            }
            logarithm += Math.log(sum);
            for (int place = 0; place < count; place++) {
                after[place] = gaps[index] * (on[place] + after[place]) / sum;
                on[place] = nextOn[place] / sum;
            }
        }
        double ended = 0;
        for (int place = 0; place < count; place++) {
            ended += spelling.last()[place] ? on[place] + after[place] : 0;
        }
        return logarithm + Math.log(ended);
    }

    private static double arriving(Spelling spelling, int place, double[] on, double[] after) {
        double sum = on[place];
        int[] before = spelling.before()[place];
        for (int index = 0; index < before.length; index++) {
            sum += after[before[index]];
            sum += spelling.repeated()[place][index] ? 0 : on[before[index]];
        }
        return sum;
    }

    private static double seen(double[] step, Spelling spelling, int place) {
        double sum = 0;
        for (int number : spelling.letters()[place]) {
            sum += step[number];
        }
        return sum;
    }

    /// Spaces are gaps between letters like any other.
    private static double[] gaps(Alphabet alphabet, double[][] steps) {
        int space = alphabet.number(" ");
        return Arrays.stream(steps)
                .mapToDouble(step -> step[Alphabet.NONE] + (space > 0 ? step[space] : 0))
                .toArray();
    }
}
