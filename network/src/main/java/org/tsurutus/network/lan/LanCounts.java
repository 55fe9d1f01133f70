package org.tsurutus.network.lan;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/// What went through a LAN.
///
/// @param name its name
/// @param ports its ports in the order in which they were added
/// @param closed why it is closed; empty as long as it is open
public record LanCounts(String name, List<PortCounts> ports, Optional<String> closed) {
    public LanCounts {
        ports = List.copyOf(ports);
    }

    /// The latest port of a name.
    ///
    /// @throws NoSuchElementException when there never was one
    public PortCounts port(String owner) {
        return ports.reversed().stream()
                .filter(port -> port.name().equals(owner))
                .findFirst()
                .orElseThrow();
    }
}
