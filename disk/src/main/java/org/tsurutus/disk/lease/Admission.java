package org.tsurutus.disk.lease;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.store.BlockStore;
import org.tsurutus.disk.store.DiskName;

/// Who may have a disk, by what the journal says of it and of the others.
///
/// @param store that must have room
record Admission(BlockStore store) {
    /// Whether nobody has a disk and nothing is known against it.
    static boolean isFree(DiskName disk, Map<DiskName, Entry> last) {
        return Optional.ofNullable(last.get(disk))
                .map(Entry::state)
                .map(state ->
                        switch (state) {
                            case DiskState.Verified _, DiskState.Gone _ -> true;
                            case DiskState.Quarantined _, DiskState.Held _ -> false;
                        })
                .orElse(true);
    }

    /// @throws DiskException when a disk is not free
    static void requireFree(DiskName disk, Map<DiskName, Entry> last) {
        Optional.ofNullable(last.get(disk))
                .map(Entry::state)
                .ifPresent(state -> require(disk, state));
    }

    private static void require(DiskName disk, DiskState state) {
        switch (state) {
            case DiskState.Verified _, DiskState.Gone _ -> {}
            case DiskState.Quarantined(String reason) ->
                    throw new DiskException(
                            "the disk "
                                    + disk
                                    + " is in quarantine: "
                                    + reason
                                    + "; look at it and release it by hand");
            case DiskState.Held held ->
                    throw new DiskException("the disk " + disk + " is held by " + held.holder());
        }
    }

    /// What others hold counts in full, whatever they took of it already: a run must not fail for
    /// want of room, and the few that wait for nothing lose little.
    ///
    /// @param worstCase how many bytes the disk may come to take
    /// @throws StoreFullException when the store could not hold that
    /// @throws DiskException when the store is in trouble
    void admit(DiskName disk, long worstCase, Collection<Entry> others) {
        store.trouble()
                .ifPresent(trouble -> {
                    throw new DiskException(trouble);
                });
        long promised = 0;
        for (Entry entry : others) {
            if (entry.state() instanceof DiskState.Held held) {
                promised += held.promised();
            }
        }
        long free = store.space().free();
        if (free - promised < worstCase) {
            throw new StoreFullException(disk.text(), worstCase, free, promised);
        }
    }
}
