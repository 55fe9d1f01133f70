package org.tsurutus.screen;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Time for someone who clicks: wall time for people, monotonic time for arithmetic, and rest.
///
/// @param wall wall time
/// @param ticker monotonic nanoseconds from any origin
/// @param start the ticker's value at the moment that milliseconds are counted from
/// @param rester waits for a while, shorter when the thread is interrupted, and keeps the flag
public record ScreenClock(
        InstantSource wall, LongSupplier ticker, long start, Consumer<Duration> rester) {
    /// The host's clocks.
    ///
    /// @param start what `System.nanoTime()` said when the run began
    public static ScreenClock system(long start) {
        return new ScreenClock(InstantSource.system(), System::nanoTime, start, ScreenClock::sleep);
    }

    /// Now, in whole milliseconds.
    public Instant now() {
        return wall.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /// Monotonic milliseconds since the start.
    public long millis() {
        return TimeUnit.NANOSECONDS.toMillis(ticker.getAsLong() - start);
    }

    /// Waits; returns early when the thread is interrupted, whose flag stays set.
    public void rest(Duration time) {
        rester.accept(time);
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
