package org.tsurutus.farm.machine.qemu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.Extent;
import org.tsurutus.disk.Hashes;
import org.tsurutus.disk.ImageFormat;
import org.tsurutus.disk.Milestones;
import org.tsurutus.disk.lease.DiskLease;
import org.tsurutus.disk.lease.DiskLeases;
import org.tsurutus.disk.lease.DiskState;
import org.tsurutus.disk.qcow.OverlayStore;
import org.tsurutus.disk.store.DiskName;
import org.tsurutus.disk.store.Golden;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.host.Home;
import org.tsurutus.farm.image.GuestImage;
import org.tsurutus.farm.machine.Machine;

/// Disks of the lab's store: a lease ends with a rollback that is read back, and a journal tells
/// the next controller what a dead one had.
public final class LeasedDisks implements GuestDisks {
    private static final int DIGITS = 16;

    /// What QEMU needs besides to say where everything lies: less than a thousandth and this.
    private static final long TABLES = 1L << 20;

    private final GuestImage image;
    private final QemuUser user;
    private final OverlayStore store;
    private final DiskLeases leases;
    private Optional<DiskLease> root = Optional.empty();
    private Optional<DiskLease> scratch = Optional.empty();

    /// No disk is leased yet.
    public LeasedDisks(Home home, GuestImage image) {
        this.image = image;
        this.user = QemuUser.of(home.disks());
        this.store = store(home);
        this.leases = leases(home, store);
    }

    private static OverlayStore store(Home home) {
        return OverlayStore.plain(home.disks(), Milestones.UNWATCHED);
    }

    private static DiskLeases leases(Home home, OverlayStore store) {
        return DiskLeases.open(store, home.disks().resolve("leases"));
    }

    /// Brings the disks of dead controllers back; their machines must have been ended.
    ///
    /// @return one line for each thing done, to be shown
    public static List<String> recover(Home home) {
        try (DiskLeases leases = leases(home, store(home))) {
            return leases.recover();
        }
    }

    @Override
    public Path root(Path base) {
        root.ifPresent(DiskLease::close);
        root = Optional.of(lease("root", base, ImageFormat.QCOW2));
        return given(root.get());
    }

    @Override
    public Path scratch() {
        scratch.ifPresent(DiskLease::close);
        scratch = Optional.of(lease("scratch", image.scratch(), ImageFormat.RAW));
        return given(scratch.get());
    }

    private DiskLease lease(String kind, Path base, ImageFormat format) {
        Golden golden = store.adopt(name(kind, base), base, format);
        long worstCase = golden.size() + golden.size() / 1_000 + TABLES;
        return leases.leaseAny(golden.name(), kind + "-pc", worstCase);
    }

    /// An image that is built again is another one, though it lies where the old one did.
    private static DiskName name(String kind, Path base) {
        try {
            String build = base + " " + Files.size(base) + " " + Files.getLastModifiedTime(base);
            String hash = Hashes.sha256(build.getBytes(StandardCharsets.UTF_8));
            return new DiskName(kind + "-" + hash.substring(0, DIGITS));
        } catch (IOException e) {
            throw FarmException.environment("cannot look at " + base + ": " + e, e);
        }
    }

    private Path given(DiskLease lease) {
        Path overlay = lease.attachment().path();
        user.ownFile(overlay);
        return overlay;
    }

    @Override
    public Machine.ScratchDisk scratchDisk() {
        DiskLease lease = leasedScratch();
        return new TwoStates(lease::before, lease::after, lease::written);
    }

    @Override
    public Machine.ScratchDisk checkpoint(String moment, Consumer<Path> writer) {
        DiskLease lease = leasedScratch();
        DiskName name = new DiskName(moment);
        store.checkpoint(
                lease.disk(),
                name,
                layer -> {
                    user.ownFile(layer);
                    writer.accept(layer);
                });
        return new TwoStates(
                lease::before,
                () -> store.read(lease.disk(), name),
                () -> store.written(lease.disk(), name));
    }

    private DiskLease leasedScratch() {
        return scratch.orElseThrow(() -> FarmException.environment("the PC was never on"));
    }

    /// A disk as it was found, and as it is later.
    private record TwoStates(
            Supplier<Blocks> found, Supplier<Blocks> later, Supplier<List<Extent>> extents)
            implements Machine.ScratchDisk {
        @Override
        public Blocks before() {
            return found.get();
        }

        @Override
        public Blocks after() {
            return later.get();
        }

        @Override
        public List<Extent> written() {
            return extents.get();
        }
    }

    @Override
    public String rollBack() {
        StringJoiner wrong = new StringJoiner("; ");
        root.ifPresent(lease -> returned(lease, wrong));
        root = Optional.empty();
        scratch.ifPresent(lease -> returned(lease, wrong));
        scratch = Optional.empty();
        return wrong.toString();
    }

    private void returned(DiskLease lease, StringJoiner wrong) {
        lease.close();
        if (leases.states().get(lease.disk()) instanceof DiskState.Quarantined(String reason)) {
            wrong.add("the disk " + lease.disk() + " is in quarantine: " + reason);
        }
    }

    @Override
    public void close() {
        try {
            rollBack();
        } finally {
            leases.close();
        }
    }
}
