package org.tsurutus.disk.evidence;

import java.util.Optional;

/// Where something lies: in what, and on which volume.
///
/// @param volume none outside of volumes
public record Place(DiskStructure structure, Optional<Volume> volume) {
    /// A place that no volume holds.
    static Place outside(DiskStructure structure) {
        return new Place(structure, Optional.empty());
    }

    /// A place of a volume.
    static Place in(Volume volume, DiskStructure structure) {
        return new Place(structure, Optional.of(volume));
    }
}
