package org.tsurutus.sensor.file;

import java.util.Optional;

/// What is known of a file's bytes. Hashes are lower-case hexadecimal.
///
/// @param size bytes
/// @param architecture `x86`, `x64` or another lower-case name for a PE image
/// @param pe whether the file is a PE image
public record FileFacts(
        long size,
        String md5,
        String sha1,
        String sha256,
        Optional<String> architecture,
        boolean pe) {}
