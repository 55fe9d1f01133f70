package org.tsurutus.app;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.tsurutus.disk.Milestones;
import org.tsurutus.disk.lease.DiskLeases;
import org.tsurutus.disk.lease.DiskState;
import org.tsurutus.disk.mapper.Actions;
import org.tsurutus.disk.mapper.ThinPool;
import org.tsurutus.disk.qcow.OverlayStore;
import org.tsurutus.disk.store.BlockStore;
import org.tsurutus.disk.store.DiskName;
import org.tsurutus.disk.thin.ThinStore;
import org.tsurutus.farm.FarmException;

/// A store that a command works at.
///
/// @param folder where it keeps what it knows
/// @param isRehearsal whether nothing is done
record OpenStore(
        Path folder,
        StoreSettings settings,
        BlockStore store,
        Actions actions,
        boolean isRehearsal) {
    private static final long LOW_WATER = 64;

    /// @param folder near enough to `/` for the sockets in it
    static OpenStore of(Path folder, StoreSettings settings, boolean isRehearsal) {
        Actions actions = isRehearsal ? Actions.rehearsal(System.out::println) : Actions.real();
        BlockStore store =
                switch (settings) {
                    case StoreSettings.Overlays(boolean isFuse) ->
                            isFuse
                                    ? OverlayStore.lasting(folder, Milestones.UNWATCHED)
                                    : OverlayStore.plain(folder, Milestones.UNWATCHED);
                    case StoreSettings.Thin thin -> thin(folder, thin, actions);
                };
        return new OpenStore(folder, settings, store, actions, isRehearsal);
    }

    static ThinStore thin(Path folder, StoreSettings.Thin thin, Actions actions) {
        return new ThinStore(
                folder,
                thin.group(),
                new ThinPool.Devices(thin.metadata(), thin.data(), LOW_WATER),
                actions,
                Milestones.UNWATCHED);
    }

    /// Has what needs privileges said. Stores of overlays need none, so that there is nothing to
    /// say of them.
    ///
    /// @return the exit code
    int rehearse(Consumer<BlockStore> work) {
        switch (settings) {
            case StoreSettings.Overlays _ ->
                    System.err.println(
                            "tsurutus: nothing of this needs privileges: it changes files in "
                                    + folder);
            case StoreSettings.Thin _ -> work.accept(store);
        }
        return 0;
    }

    /// The leases, after what dead controllers left was put right.
    DiskLeases leases() {
        DiskLeases leases = watchedLeases();
        leases.recover().forEach(line -> System.err.println("tsurutus: " + line));
        return leases;
    }

    /// The leases as they are.
    DiskLeases watchedLeases() {
        return DiskLeases.byHand(store, folder.resolve("leases"));
    }

    /// @throws FarmException when there is no such disk
    DiskName required(DiskName disk) {
        if (store.origin(disk).isEmpty()) {
            throw FarmException.input(
                    "there is no disk "
                            + disk
                            + " in "
                            + folder
                            + "; tsurutus disk list shows those that are");
        }
        return disk;
    }

    /// @throws FarmException when there is no such golden image
    DiskName requiredGolden(DiskName golden) {
        if (store.golden(golden).isEmpty()) {
            throw FarmException.input(
                    "there is no golden image " + golden + " in " + folder + "; import it first");
        }
        return golden;
    }

    /// @throws FarmException when a disk is not a person's
    static void requireYours(DiskLeases leases, DiskName disk) {
        if (!leases.holds(disk)) {
            throw FarmException.input(
                    "the disk "
                            + disk
                            + " is not yours; tsurutus disk snapshot GOLDEN "
                            + disk
                            + " gives it to you");
        }
    }

    /// Says how a disk is.
    ///
    /// @return the exit code: 0 when it is verified
    static int say(DiskName disk, DiskState state) {
        return switch (state) {
            case DiskState.Verified _ -> {
                System.out.println(disk + " is what its golden image is");
                yield 0;
            }
            case DiskState.Quarantined(String reason) -> {
                System.out.println(disk + " is in quarantine: " + reason);
                yield 1;
            }
            case DiskState.Gone _ -> {
                System.out.println(disk + " is gone");
                yield 0;
            }
            case DiskState.Held held -> {
                System.out.println(disk + " is held by " + held.holder());
                yield 1;
            }
        };
    }
}
