package org.tsurutus.markii.event;

import java.util.Optional;

/// Where a file or folder lies.
///
/// @param path its whole path
/// @param share the root of the share, `\\host\admin$`, where it lies on one
/// @param drive the kind of drive: `HDD`, `Net`; other words are unknown
public record FileLocation(Optional<String> path, Optional<String> share, Optional<String> drive) {}
