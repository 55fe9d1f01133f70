package org.tsurutus.sensor.fact;

import java.time.Instant;
import java.util.Optional;

/// A file's times by the guest's clock, which a program may have set to anything.
///
/// @param born when the file was made; empty where the file system does not say
public record FileTimes(Instant accessed, Instant modified, Optional<Instant> born) {}
