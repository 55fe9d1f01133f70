package org.tsurutus.sensor.file;

import java.util.Optional;

/// What is known of files, for tests; the one place that knows all that there is to be known.
public final class Facts {
    private Facts() {}

    /// A program of which only the hash matters.
    public static FileFacts program(String sha256) {
        PeFacts image = new PeFacts("x86", Optional.empty(), Optional.empty());
        return new FileFacts(1, "md5", "sha1", sha256, Optional.of(image));
    }
}
