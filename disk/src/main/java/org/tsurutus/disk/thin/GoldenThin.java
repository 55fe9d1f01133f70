package org.tsurutus.disk.thin;

import org.tsurutus.disk.store.Canary;
import org.tsurutus.disk.store.DiskName;
import org.tsurutus.disk.store.Golden;

/// A golden image in the table.
///
/// @param thin its number in the pool
/// @param size of the disk in bytes
record GoldenThin(String name, int thin, long size, Canary canary) {
    Golden golden() {
        return new Golden(new DiskName(name), size, canary);
    }
}
