package org.tsurutus.screen.cast;

/// The last line of a screencast that was closed.
///
/// @param end when it was closed, in milliseconds on the clock of its frames
/// @param leftOut frames that were not kept: too many in a second, too large, or after the limit
/// @param full whether the file had reached its limit of bytes before that
public record End(long end, long leftOut, boolean full) {}
