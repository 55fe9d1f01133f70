package org.tsurutus.disk.lease;

/// What is known of a run's disk.
public sealed interface DiskState {
    /// A disk that somebody works at: a controller that lives, or one that died in it.
    sealed interface Held extends DiskState {
        /// The controller, as [Holder] names it.
        String holder();

        /// How many bytes the store has promised it may take.
        long promised();
    }

    /// It was made or rolled back, and not read back yet.
    record Fresh(String holder, long promised) implements Held {}

    /// A run has it.
    record InUse(String holder, long promised) implements Held {}

    /// The run has ended; what it wrote is still there.
    record Dirty(String holder, long promised) implements Held {}

    /// It is being rolled back.
    record RollingBack(String holder, long promised) implements Held {}

    /// It was read back and is what it must be: the next run may have it.
    record Verified() implements DiskState {}

    /// Nobody may have it until a person says so.
    ///
    /// @param reason what was found
    record Quarantined(String reason) implements DiskState {}

    /// It was deleted.
    record Gone() implements DiskState {}
}
