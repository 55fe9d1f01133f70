package org.tsurutus.disk.boot;

import java.util.Optional;

/// Which PC is leased at this moment. Several threads ask at once, and often.
@FunctionalInterface
public interface CurrentLeases {
    /// A PC's lease, if it has one now.
    ///
    /// @throws org.tsurutus.disk.DiskException when that cannot be told; the PC waits
    Optional<BootLease> of(String pc);
}
