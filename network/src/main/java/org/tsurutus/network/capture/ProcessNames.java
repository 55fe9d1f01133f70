package org.tsurutus.network.capture;

import java.util.Optional;
import org.tsurutus.network.packet.FiveTuple;

/// Who knows which process has which connection.
@FunctionalInterface
public interface ProcessNames {
    /// Knows nothing.
    ProcessNames UNKNOWN = (_, _) -> Optional.empty();

    /// The process that sends.
    ///
    /// @param pc the PC that the frame came from
    /// @param tuple between whom it goes, seen from that PC
    /// @return its name, bounded and cleaned by who asks; empty if it is not known
    Optional<String> sender(String pc, FiveTuple tuple);
}
