package org.tsurutus.bench.click.draw;

import org.tsurutus.bench.click.Truth;

/// A frame and what is on it.
///
/// @param truth what is on it
/// @param png the picture, lossless
@SuppressWarnings("ArrayRecordComponent") // written once, never compared
public record MadeFrame(Truth truth, byte[] png) {}
