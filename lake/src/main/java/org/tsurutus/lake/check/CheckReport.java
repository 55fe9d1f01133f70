package org.tsurutus.lake.check;

import java.util.List;
import java.util.stream.Stream;

/// What a check of logs found; each list has the most frequent first and at most 1,001 entries.
///
/// @param facts how the lines are written
/// @param unknownKinds kinds that the vocabulary lacks
/// @param unknownKeys keys that the vocabulary lacks
/// @param unfitValues keys with values that do not fit their type
/// @param repeatedKeys keys that stand several times in one record
/// @param otherCase keys that differ from the usual ones in upper and lower case
public record CheckReport(
        LineFacts facts,
        List<Finding> unknownKinds,
        List<Finding> unknownKeys,
        List<Finding> unfitValues,
        List<Finding> repeatedKeys,
        List<Finding> otherCase) {

    /// Whether nothing is odd. End marks, byte order marks and windows-31j are not.
    public boolean isClean() {
        return facts.malformed() == 0
                && Stream.of(unknownKinds, unknownKeys, unfitValues, repeatedKeys, otherCase)
                        .allMatch(List::isEmpty);
    }
}
