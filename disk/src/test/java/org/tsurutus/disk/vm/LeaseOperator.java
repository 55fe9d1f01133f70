package org.tsurutus.disk.vm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.Hashes;
import org.tsurutus.disk.Sectors;
import org.tsurutus.disk.lease.DiskLease;
import org.tsurutus.disk.lease.DiskLeases;
import org.tsurutus.disk.lease.DyingController;
import org.tsurutus.disk.store.DiskName;

/// The part of [Operator] that leases thin disks: `leases CONTROLLER VERB WORD…`.
final class LeaseOperator {
    private static final Path FOLDER = Path.of("/tmp/leases");

    private final StoreOperator stores;

    LeaseOperator(StoreOperator stores) {
        this.stores = stores;
    }

    /// A controller's end, which nothing catches.
    private static final class End extends Error {
        private static final long serialVersionUID = 1;
    }

    /// `die NUMBER` takes a disk through everything that can happen to it and ends at a milestone.
    ///
    /// @return the milestones that were reached
    static List<String> die(List<String> words) throws IOException {
        int last = Integer.parseInt(words.getFirst());
        List<String> reached = new ArrayList<>();
        try {
            DyingController.run(
                    Path.of("/tmp"),
                    DyingController.Keeper.THIN,
                    what -> {
                        reached.add(what);
                        if (reached.size() == last) {
                            throw new End();
                        }
                    });
        } catch (End _) {
            // what it was at stays as it is
        } catch (Exception e) {
            throw new IOException("after " + reached, e);
        }
        return reached;
    }

    List<String> obey(List<String> words) {
        DiskLeases leases = DiskLeases.byHand(stores.store(words.getFirst()), FOLDER);
        String disk = words.size() > 2 ? words.get(2) : "";
        return switch (words.get(1)) {
            case "recover" -> leases.recover();
            case "states" -> leases.states().values().stream().map(Object::toString).toList();
            case "lease" -> {
                DiskLease lease =
                        leases.lease(
                                new DiskName("golden"),
                                new DiskName(disk),
                                Long.parseLong(words.get(3)));
                try (Blocks after = lease.after()) {
                    yield List.of(
                            lease.attachment().path().toString(),
                            lease.written().size() + " stretches written",
                            Hashes.sha256(Sectors.read(after, 0)));
                }
            }
            case "return" -> List.of(leases.takeBack(new DiskName(disk)).toString());
            case "pardon" -> List.of(leases.pardon(new DiskName(disk)).toString());
            case String other -> throw new IllegalArgumentException(other);
        };
    }
}
