package org.tsurutus.markii.event;

import java.util.Optional;

/// Hashes of a content, in lower-case hexadecimal digits; some may be missing while others stand.
public record Hashes(Optional<String> sha256, Optional<String> sha1, Optional<String> md5) {

    static Hashes of(Fields fields) {
        return new Hashes(
                fields.hexadecimal("sha256", 64),
                fields.hexadecimal("sha1", 40),
                fields.hexadecimal("md5", 32));
    }
}
