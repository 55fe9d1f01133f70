package org.tsurutus.bench;

/// A file of a terminal that is no program.
///
/// @param created milliseconds since 1970 of the terminal's clock
/// @param modified milliseconds since 1970 of the terminal's clock
/// @param size in bytes
record StoredFile(Utf8 path, Content content, long created, long modified, long size) {
    StoredFile rewritten(Content fresh, long now, long newSize) {
        return new StoredFile(path, fresh, created, now, newSize);
    }

    StoredFile at(Utf8 otherPath) {
        return new StoredFile(otherPath, content, created, modified, size);
    }

    StoredFile copiedTo(Utf8 otherPath, long now) {
        return new StoredFile(otherPath, content, now, modified, size);
    }
}
