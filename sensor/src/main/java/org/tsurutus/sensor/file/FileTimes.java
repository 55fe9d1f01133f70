package org.tsurutus.sensor.file;

import java.time.Instant;
import java.util.Optional;

/// When a file was touched.
///
/// @param created empty where its file system does not keep that
public record FileTimes(Optional<Instant> created, Instant accessed, Instant modified) {}
