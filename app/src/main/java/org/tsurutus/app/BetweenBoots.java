package org.tsurutus.app;

import java.util.function.Consumer;
import org.tsurutus.disk.store.BlockStore;
import org.tsurutus.disk.store.DiskName;

/// Changes to a person's disk while its PC is off; it is attached again afterwards.
record BetweenBoots(OpenStore open, DiskName disk) {
    /// Detaches the disk, changes it and attaches it again.
    ///
    /// @return the exit code
    int change(Consumer<BlockStore> work) {
        new DiskExports(open).requireNone(disk);
        if (open.isRehearsal()) {
            return open.rehearse(kept -> renew(kept, work));
        }
        return HandLock.hold(
                open,
                leases -> {
                    OpenStore.requireYours(leases, disk);
                    renew(open.store(), work);
                    return 0;
                });
    }

    private void renew(BlockStore kept, Consumer<BlockStore> work) {
        kept.detach(disk);
        try {
            work.accept(kept);
        } finally {
            kept.attach(disk);
        }
    }
}
