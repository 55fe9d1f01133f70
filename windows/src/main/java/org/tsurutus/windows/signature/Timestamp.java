package org.tsurutus.windows.signature;

import java.time.Instant;

/// A third party's word on when a signature was made.
///
/// @param time when
/// @param trusted whether it is about this signature, holds, and comes from a trusted timestamping
///   authority; only then does it stand for the time of signing
public record Timestamp(Instant time, boolean trusted) {}
