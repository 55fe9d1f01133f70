package org.tsurutus.sensor.file;

import java.util.Optional;
import org.tsurutus.windows.signature.Signature;
import org.tsurutus.windows.version.VersionStrings;

/// What is known of a PE image beyond its bytes.
///
/// @param architecture `x86`, `x64` or another lower-case name
/// @param version what it says of itself; empty when it says nothing
/// @param signature what became of checking its signature; empty when the file was too large to
///   look at as a whole, and then the version is not known either
public record PeFacts(
        String architecture, Optional<VersionStrings> version, Optional<Signature> signature) {}
