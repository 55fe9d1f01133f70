package org.tsurutus.disk.store;

/// Whether a disk is what it must be.
public sealed interface Verdict {
    /// It is.
    ///
    /// @param blocksRead how many blocks were read back
    record Sound(int blocksRead) implements Verdict {}

    /// It is not.
    ///
    /// @param reason what was found where
    record Unsound(String reason) implements Verdict {}
}
