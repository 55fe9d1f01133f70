package org.tsurutus.sensor;

/// Bytes that went through one opening of a file or through a socket.
///
/// @param read bytes read or received
/// @param write bytes written or sent
record ByteCounts(long read, long write) {}
