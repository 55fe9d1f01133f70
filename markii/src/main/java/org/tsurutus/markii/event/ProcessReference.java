package org.tsurutus.markii.event;

import java.util.Optional;
import java.util.UUID;

/// A process as records name it.
///
/// @param guid its identity on its terminal; together with the terminal's identity, everywhere
/// @param path the path of its image
public record ProcessReference(Optional<UUID> guid, Optional<String> path) {}
