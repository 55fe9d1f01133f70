package org.tsurutus.lake.sql;

import java.util.Optional;
import org.tsurutus.markii.MarkIIException;

/// What happens while DuckDB reads logs and a query's answer cannot say. For several threads.
final class ScanWatch {
    private long skipped;
    private Optional<MarkIIException> failure = Optional.empty();

    /// A query may read a log several times; each time the same lines are skipped.
    synchronized void skippedInOnePass(long lines) {
        skipped = Math.max(skipped, lines);
    }

    /// Remembers why a log could not be read; DuckDB would only hand on the text of a stack trace.
    synchronized void failed(MarkIIException why) {
        failure = Optional.of(why);
    }

    /// How many lines were no record.
    synchronized long skipped() {
        return skipped;
    }

    /// Why a log could not be read; asking forgets it.
    synchronized Optional<MarkIIException> takeFailure() {
        Optional<MarkIIException> taken = failure;
        failure = Optional.empty();
        return taken;
    }
}
