package org.tsurutus.disk.iscsi;

/// A PC that is logged in.
///
/// @param initiator the name it gave
public record Session(String initiator) {}
