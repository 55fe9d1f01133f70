package org.tsurutus.hunt.lateral;

import java.util.stream.Stream;
import org.tsurutus.markii.MarkIIReader;
import org.tsurutus.markii.MarkIIRecord;

/// Logs of a few lines.
final class Written {
    private Written() {}

    /// Their lines, all of one moment.
    static Stream<MarkIIRecord> log(String... lines) {
        return Stream.of(lines)
                .map(line -> MarkIIReader.record("03/07/2017 10:00:00.000 +0900 " + line));
    }
}
