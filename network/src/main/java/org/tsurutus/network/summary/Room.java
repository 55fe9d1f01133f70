package org.tsurutus.network.summary;

/// The bytes that all connections together may keep.
final class Room {
    private long free;

    Room(long bytes) {
        free = bytes;
    }

    boolean take(long bytes) {
        boolean fits = bytes <= free;
        free -= fits ? bytes : 0;
        return fits;
    }

    void giveBack(long bytes) {
        free += bytes;
    }
}
