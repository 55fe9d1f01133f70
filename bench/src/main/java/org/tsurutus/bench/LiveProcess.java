package org.tsurutus.bench;

/// A process that acts on a terminal.
///
/// @param actor what its lines say of it, the session's user to `psPath`
/// @param account `psUser` and `psDomain`
/// @param started milliseconds since 1970 of the terminal's clock
record LiveProcess(
        Utf8 guid, Utf8 actor, Utf8 account, Image image, long identifier, long started) {}
