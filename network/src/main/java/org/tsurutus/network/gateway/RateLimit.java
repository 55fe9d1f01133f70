package org.tsurutus.network.gateway;

import java.time.Duration;
import java.time.Instant;

/// A bucket that fills with time: what is not in it has to wait. Only time that went forward
/// counts.
final class RateLimit {
    private final double perNano;
    private final double most;
    private double filled;
    private Instant latest;

    /// @param amount how much may be taken in a period, and at once at most
    RateLimit(long amount, Duration period, Instant now) {
        this.perNano = (double) amount / period.toNanos();
        this.most = amount;
        this.filled = amount;
        this.latest = now;
    }

    /// How much may be taken now.
    long available(Instant now) {
        if (now.isAfter(latest)) {
            double seconds = Math.min(3600, Duration.between(latest, now).toNanos() / 1e9);
            filled = Math.min(most, filled + perNano * seconds * 1e9);
        }
        latest = now;
        return (long) filled;
    }

    /// Takes something that is available.
    void take(long amount) {
        filled -= amount;
    }
}
