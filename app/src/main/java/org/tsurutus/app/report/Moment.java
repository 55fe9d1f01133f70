package org.tsurutus.app.report;

import java.time.Instant;
import java.util.Comparator;
import org.tsurutus.markii.MarkIIRecord;

/// Where a record stands in time: records of one millisecond stand by serial number, then by line.
///
/// @param position which record of its log it is
record Moment(Instant time, long serial, long position) implements Comparable<Moment> {
    private static final Comparator<Moment> ORDER =
            Comparator.comparing(Moment::time)
                    .thenComparingLong(Moment::serial)
                    .thenComparingLong(Moment::position);

    static Moment of(MarkIIRecord record, long position) {
        return new Moment(record.time().toInstant(), serial(record), position);
    }

    @Override
    public int compareTo(Moment other) {
        return ORDER.compare(this, other);
    }

    private static long serial(MarkIIRecord record) {
        try {
            return Long.parseLong(record.value("sn", ""));
        } catch (NumberFormatException _) {
            return Long.MAX_VALUE;
        }
    }
}
