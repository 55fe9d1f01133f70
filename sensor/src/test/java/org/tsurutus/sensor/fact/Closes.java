package org.tsurutus.sensor.fact;

import java.time.Instant;
import java.util.Optional;

/// Closed files for tests to which its number and times do not matter.
public final class Closes {
    private static final Instant LONG_AGO = Instant.ofEpochSecond(1_000_000_000);

    private Closes() {}

    /// A close by the unix process 230.
    public static RawFact.Closed of(
            long sequence, long nanos, long content, long size, String path) {
        return new RawFact.Closed(
                sequence,
                nanos,
                content,
                230,
                size,
                new FileId(0xfe00, content),
                new FileTimes(LONG_AGO, LONG_AGO, Optional.empty()),
                path);
    }
}
