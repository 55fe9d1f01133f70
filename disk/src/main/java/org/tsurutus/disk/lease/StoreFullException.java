package org.tsurutus.disk.lease;

import org.tsurutus.disk.DiskException;

/// A lease was asked for whose worst case the store cannot hold.
public final class StoreFullException extends DiskException {
    private static final long serialVersionUID = 1;

    private final long missing;

    StoreFullException(String disk, long worstCase, long free, long promised) {
        super(
                "the disk "
                        + disk
                        + " may come to take "
                        + worstCase
                        + " bytes, but of "
                        + free
                        + " free bytes "
                        + promised
                        + " are promised to other runs: "
                        + (worstCase - (free - promised))
                        + " bytes are missing; free some, or wait for a run to end");
        this.missing = worstCase - (free - promised);
    }

    /// How many bytes would have to be free besides.
    public long missing() {
        return missing;
    }
}
