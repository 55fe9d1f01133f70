package org.tsurutus.disk.vm;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.Extent;
import org.tsurutus.disk.Hashes;
import org.tsurutus.disk.Milestones;
import org.tsurutus.disk.Sectors;
import org.tsurutus.disk.evidence.DiskEvidence;
import org.tsurutus.disk.lease.DiskLease;
import org.tsurutus.disk.lease.DiskLeases;
import org.tsurutus.disk.lease.DyingController;
import org.tsurutus.disk.store.BlockStore;
import org.tsurutus.disk.store.DiskName;

/// The part of [Operator] that leases thin disks: `leases CONTROLLER VERB WORD…`.
final class LeaseOperator {
    static final Path FOLDER = Path.of("/tmp/leases");
    private static final DiskName GOLDEN = DyingController.GOLDEN;

    private final StoreOperator stores;

    LeaseOperator(StoreOperator stores) {
        this.stores = stores;
    }

    /// A controller's end, which nothing catches.
    private static final class End extends Error {
        private static final long serialVersionUID = 1;
    }

    /// `learn FOLDER` has Java load what leases need, without the device mapper.
    static List<String> learn(Path folder) throws IOException {
        try {
            DyingController.run(folder, DyingController.Keeper.PLAIN, Milestones.UNWATCHED);
            return List.of();
        } catch (Exception e) {
            throw new IOException("in " + folder, e);
        }
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
        } catch (Exception | AssertionError e) {
            throw new IOException("after " + reached, e);
        }
        return reached;
    }

    List<String> obey(List<String> words) {
        BlockStore store = stores.store(words.getFirst());
        DiskLeases leases = DiskLeases.byHand(store, FOLDER);
        return words.size() == 2
                ? obey(leases, words.get(1))
                : obey(store, leases, words.get(1), new DiskName(words.get(2)), words);
    }

    private static List<String> obey(DiskLeases leases, String verb) {
        return switch (verb) {
            case "recover" -> leases.recover();
            case "states" -> leases.states().values().stream().map(Object::toString).toList();
            case String other -> throw new IllegalArgumentException(other);
        };
    }

    private static List<String> obey(
            BlockStore store, DiskLeases leases, String verb, DiskName disk, List<String> words) {
        return switch (verb) {
            case "lease" -> {
                DiskLease lease = leases.lease(GOLDEN, disk, Long.parseLong(words.get(3)));
                try (Blocks after = lease.after()) {
                    yield List.of(
                            lease.attachment().path().toString(),
                            Hashes.sha256(Sectors.read(after, 0)));
                }
            }
            case "evidence" -> evidence(store, disk, words.size() > 3);
            case "return" -> List.of(leases.takeBack(disk).toString());
            case "pardon" -> List.of(leases.pardon(disk).toString());
            case "forget" -> {
                if (leases.states().containsKey(disk)) {
                    leases.delete(disk);
                }
                yield List.of();
            }
            case String other -> throw new IllegalArgumentException(other);
        };
    }

    /// What changed sectors of a disk are.
    ///
    /// @param isThorough whether every sector is compared, and not only what was written
    private static List<String> evidence(BlockStore store, DiskName disk, boolean isThorough) {
        try (Blocks before = store.read(GOLDEN);
                Blocks after = store.read(disk)) {
            List<Extent> where =
                    isThorough ? List.of(new Extent(0, before.size())) : store.written(disk);
            return DiskEvidence.read(before, after, where).runs().stream()
                    .map(run ->
                            run.lba() + "+" + run.count() + " " + run.place().structure().label())
                    .toList();
        }
    }
}
