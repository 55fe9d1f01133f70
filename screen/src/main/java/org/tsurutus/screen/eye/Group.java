package org.tsurutus.screen.eye;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Cells that mean the same thing.
record Group(List<Vote> votes) {
    private static final double SAME_ROW = 0.6;
    private static final double OVERLAPPING = 0.3;

    Group with(Group other) {
        return new Group(Stream.concat(votes.stream(), other.votes.stream()).toList());
    }

    /// What they mean. Each side is as the cells near it say, which see it best.
    ///
    /// @param cell pixels along a cell's side
    Thing thing(int cell) {
        int states = votes.getFirst().thing().states().length;
        return new Thing(
                votes.getFirst().thing().kind(),
                votes.stream().mapToDouble(vote -> vote.thing().sureness()).max().orElseThrow(),
                side(cell, vote -> vote.thing().left(), vote -> vote.x() - vote.thing().left()),
                side(cell, vote -> vote.thing().top(), vote -> vote.y() - vote.thing().top()),
                side(cell, vote -> vote.thing().right(), vote -> vote.thing().right() - vote.x()),
                side(cell, vote -> vote.thing().bottom(), vote -> vote.thing().bottom() - vote.y()),
                IntStream.range(0, states)
                        .mapToDouble(state -> mean(vote -> vote.thing().states()[state], _ -> 1))
                        .toArray());
    }

    private double side(int cell, ToDoubleFunction<Vote> place, ToDoubleFunction<Vote> distance) {
        return mean(
                place, vote -> Math.pow(Math.max(0, distance.applyAsDouble(vote)) / cell + 2, -2));
    }

    private double mean(ToDoubleFunction<Vote> value, ToDoubleFunction<Vote> weight) {
        double sum = 0;
        double weights = 0;
        for (Vote vote : votes) {
            double each = vote.thing().sureness() * weight.applyAsDouble(vote);
            sum += each * value.applyAsDouble(vote);
            weights += each;
        }
        return sum / weights;
    }

    /// Whether two things are parts of one long one, as lines of text are that were seen in pieces.
    static boolean isOne(Thing one, Thing other) {
        return one.kind() == other.kind()
                && one.down(other) >= SAME_ROW
                && one.covering(other) >= OVERLAPPING;
    }
}
