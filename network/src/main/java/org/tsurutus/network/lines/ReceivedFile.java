package org.tsurutus.network.lines;

import java.util.Optional;

/// Bytes that somebody sent.
///
/// @param bytes how many came
/// @param kept how many of them, from the first one on, were kept
/// @param sha256 of those that were kept
/// @param file where they lie, relative to the lines' folder; empty if there was no room
public record ReceivedFile(long bytes, long kept, String sha256, Optional<String> file) {}
