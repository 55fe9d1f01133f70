package org.tsurutus.markii.event;

import java.util.Optional;

/// A file's times as the file system has them.
public record FileTimes(
        Optional<AssumedTime> created,
        Optional<AssumedTime> accessed,
        Optional<AssumedTime> modified) {

    static FileTimes of(Fields fields) {
        return new FileTimes(fields.time("crTime"), fields.time("acTime"), fields.time("moTime"));
    }
}
