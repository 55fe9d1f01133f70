package org.tsurutus.farm.run;

import java.util.Optional;
import java.util.OptionalLong;

/// What came of making a log again.
///
/// @param records how many records it has
/// @param firstDifference the number of the first line that is not the same in the run's log; empty
///   when the logs are identical
/// @param cut why the raw facts break off; empty when they came to their end
public record Rebuilt(long records, OptionalLong firstDifference, Optional<String> cut) {
    /// Whether the log is the run's log again, byte for byte.
    public boolean isIdentical() {
        return firstDifference.isEmpty();
    }
}
