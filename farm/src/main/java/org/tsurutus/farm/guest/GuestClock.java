package org.tsurutus.farm.guest;

/// A guest's monotonic clock beside the host's.
///
/// @param offsetNanos what the guest's clock shows more than `System.nanoTime()`, in nanoseconds
/// @param uncertaintyNanos how wrong that may be, in nanoseconds
public record GuestClock(long offsetNanos, long uncertaintyNanos) {
    /// What the guest's clock shows at a moment of the host's.
    public long at(long hostNanos) {
        return hostNanos + offsetNanos;
    }
}
