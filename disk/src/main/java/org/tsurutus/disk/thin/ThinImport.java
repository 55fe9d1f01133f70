package org.tsurutus.disk.thin;

import java.nio.file.Path;
import java.util.List;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.Milestones;
import org.tsurutus.disk.mapper.Actions;
import org.tsurutus.disk.store.Canary;
import org.tsurutus.disk.store.DiskName;

/// Copies an image into the pool. That takes long, and others may use the pool meanwhile.
///
/// @param volumes where it is written to
record ThinImport(ThinLedger ledger, ThinVolumes volumes, Actions actions, Milestones milestones) {
    /// @param free how many bytes the pool has room for
    GoldenThin run(DiskName name, SourceImage source, long free) {
        Arrival arrival = begin(name, source, free);
        try {
            Path device = volumes.arrival(arrival.thin(), source.size());
            milestones.reached("a golden image can be written");
            source.copyTo(device, actions);
            milestones.reached("a golden image is written");
            volumes.endArrival(arrival.thin());
            return end(arrival, source.size());
        } catch (RuntimeException e) {
            try {
                forget(arrival);
            } catch (RuntimeException alsoFailed) {
                e.addSuppressed(alsoFailed);
            }
            throw e;
        }
    }

    private Arrival begin(DiskName name, SourceImage source, long free) {
        boolean fits = actions.look(true, () -> source.allocated() <= free);
        if (!fits) {
            throw new DiskException(
                    source.path()
                            + " holds "
                            + source.allocated()
                            + " bytes, but the pool has room for "
                            + free
                            + "; delete disks or use a larger pool");
        }
        return ledger.change(table -> {
            requireNew(name, table);
            Arrival arrival =
                    new Arrival(name.text(), table.unusedNumber(), ProcessHandle.current().pid());
            ledger.create(arrival, table);
            return arrival;
        });
    }

    private static void requireNew(DiskName name, ThinTable table) {
        if (table.findGolden(name).isPresent()) {
            throw new DiskException("there is a golden image " + name + " already");
        }
        if (table.arrivals().stream().anyMatch(each -> each.name().equals(name.text()))) {
            throw new DiskException("the golden image " + name + " is being imported already");
        }
    }

    private GoldenThin end(Arrival arrival, long size) {
        Canary canary;
        try (Blocks blocks = ledger.locked(_ -> volumes.view(arrival.thin(), size))) {
            canary = Canary.of(blocks, arrival.name().hashCode());
        }
        GoldenThin golden = new GoldenThin(arrival.name(), arrival.thin(), size, canary);
        ledger.locked(table -> ledger.save(table.without(arrival).with(golden)));
        return golden;
    }

    private void forget(Arrival arrival) {
        ledger.locked(table -> {
            volumes.endArrival(arrival.thin());
            return ledger.saveAndSettle(table.without(arrival).loosen(List.of(arrival.thin())));
        });
    }
}
