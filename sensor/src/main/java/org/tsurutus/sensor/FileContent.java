package org.tsurutus.sensor;

import java.util.Optional;
import org.tsurutus.sensor.fact.RawFact;
import org.tsurutus.sensor.file.FileFacts;

/// What the kernel says that a file held when it was closed after writing.
///
/// @param closed its times and size at that moment
/// @param path its unix name at that moment, normalised
/// @param facts empty when the bytes are not known in full
record FileContent(RawFact.Closed closed, String path, Optional<FileFacts> facts) {
    long inode() {
        return closed.file().inode();
    }

    long nanos() {
        return closed.nanos();
    }
}
