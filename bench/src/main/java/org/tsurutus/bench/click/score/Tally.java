package org.tsurutus.bench.click.score;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/// What looks at many frames were worth together.
///
/// @param judgements one for each frame
public record Tally(List<Judgement> judgements) {
    private static final double NANOS_IN_A_MILLI = 1e6;

    public Tally {
        judgements = List.copyOf(judgements);
    }

    /// How many frames.
    public int frames() {
        return judgements.size();
    }

    /// Frames with something to press on which it was pressed.
    public Share right() {
        return among(Predicate.not(Tally::isTrap), Verdict.RIGHT);
    }

    /// Frames with something to press on which something else was pressed.
    public Share wrong() {
        return among(Predicate.not(Tally::isTrap), Verdict.WRONG);
    }

    /// Frames with something to press on which nothing was pressed.
    public Share missed() {
        return among(Predicate.not(Tally::isTrap), Verdict.MISSED);
    }

    /// Frames with nothing to press on which something was pressed.
    public Share trapped() {
        return among(Tally::isTrap, Verdict.TRAPPED);
    }

    /// A share that every judgement has, added up.
    public Share sum(Function<Judgement, Share> share) {
        return judgements.stream().map(share).reduce(Share.NONE, Share::plus);
    }

    /// The time of a look that this share of looks, 0 to 1, does not exceed, in milliseconds.
    public double millis(double share) {
        List<Long> sorted = judgements.stream().map(each -> each.seen().nanos()).sorted().toList();
        if (sorted.isEmpty()) {
            return 0;
        }
        int index = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(0, index)) / NANOS_IN_A_MILLI;
    }

    /// How many frames are looked at in a second, one after the other.
    public double perSecond() {
        long nanos = judgements.stream().mapToLong(each -> each.seen().nanos()).sum();
        return nanos == 0 ? 0 : frames() * 1e9 / nanos;
    }

    /// The part of it that a language, a theme and so on has.
    public Tally only(Predicate<Judgement> wished) {
        return new Tally(judgements.stream().filter(wished).toList());
    }

    private Share among(Predicate<Judgement> wished, Verdict verdict) {
        return Share.of(
                judgements.stream().filter(wished).toList(), each -> each.verdict() == verdict);
    }

    private static boolean isTrap(Judgement judgement) {
        return judgement.truth().intended().isEmpty();
    }
}
