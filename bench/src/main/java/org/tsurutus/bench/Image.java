package org.tsurutus.bench;

/// One build of a program or library.
///
/// @param arc `x64` or `x86`
/// @param version hashes and version resource as a line has them
/// @param signature `sig` to `validTo` as a line has them
/// @param system whether it runs as the system instead of as the session's user
/// @param commands the arguments it is started with
/// @param created milliseconds since 1970 of the terminal's clock
/// @param size in bytes
record Image(
        Utf8 path,
        Utf8 arc,
        Utf8 version,
        Utf8 signature,
        boolean system,
        Words commands,
        long created,
        long size) {}
