package org.tsurutus.sensor.fact;

/// What a reader could not read.
///
/// @param framesMissing sequence numbers that never came
/// @param framesCut frames that the end of the stream cut
/// @param bytesSkipped bytes that belong to no frame that could be understood
public record StreamDamage(long framesMissing, long framesCut, long bytesSkipped) {}
