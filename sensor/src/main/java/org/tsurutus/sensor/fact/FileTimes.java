package org.tsurutus.sensor.fact;

import java.time.Instant;
import java.util.Optional;

/// When a file was touched, by the clock of the PC it lies on; a program may have set these times
/// to anything.
///
/// @param born when the file was made; empty where the file system does not say
public record FileTimes(Instant accessed, Instant modified, Optional<Instant> born) {}
