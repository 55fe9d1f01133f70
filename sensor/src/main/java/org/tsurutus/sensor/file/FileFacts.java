package org.tsurutus.sensor.file;

import java.util.Optional;
import org.tsurutus.sensor.fact.FileTimes;

/// What is known of a file. Hashes are lower-case hexadecimal.
///
/// @param size bytes
/// @param image what it is as a PE image; empty when it is none
/// @param times when it was touched, as far as that is known; those of a file that the run changed
///   are not
public record FileFacts(
        long size,
        String md5,
        String sha1,
        String sha256,
        Optional<PeFacts> image,
        Optional<FileTimes> times) {

    /// A file of which only the bytes are known.
    public FileFacts(long size, String md5, String sha1, String sha256, Optional<PeFacts> image) {
        this(size, md5, sha1, sha256, image, Optional.empty());
    }

    /// Whether the file is a PE image.
    public boolean pe() {
        return image.isPresent();
    }

    /// `x86`, `x64` or another lower-case name for a PE image.
    public Optional<String> architecture() {
        return image.map(PeFacts::architecture);
    }

    /// The same with other times.
    public FileFacts with(FileTimes touched) {
        return new FileFacts(size, md5, sha1, sha256, image, Optional.of(touched));
    }
}
