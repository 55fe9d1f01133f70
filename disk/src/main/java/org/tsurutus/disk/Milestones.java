package org.tsurutus.disk;

/// Told of every point at which a controller may die such that what it leaves differs. Tests end
/// the process there, at one after the other.
@FunctionalInterface
public interface Milestones {
    /// For those who need not know.
    Milestones UNWATCHED = _ -> {};

    /// A point is reached.
    ///
    /// @param what was just done or is about to be, in words
    void reached(String what);
}
