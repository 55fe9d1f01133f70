package org.tsurutus.disk.thin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.Extent;
import org.tsurutus.disk.ImageFormat;
import org.tsurutus.disk.Milestones;
import org.tsurutus.disk.mapper.Actions;
import org.tsurutus.disk.mapper.DeviceMapper;
import org.tsurutus.disk.mapper.MapperException;
import org.tsurutus.disk.mapper.PoolStatus;
import org.tsurutus.disk.mapper.ThinPool;
import org.tsurutus.disk.mapper.VolumeGroup;
import org.tsurutus.disk.store.Attachment;
import org.tsurutus.disk.store.BlockStore;
import org.tsurutus.disk.store.DiskName;
import org.tsurutus.disk.store.Golden;
import org.tsurutus.disk.store.Space;

/// A store whose disks are thin snapshots in a pool, each a block device such as
/// `/dev/mapper/boot/win7-x86-pc1` while it is attached. The pool is this store's alone.
///
/// Names of disks and golden images have at most 50 letters here.
public final class ThinStore implements BlockStore {
    private static final String POOL = "thin+pool";

    private final Actions actions;
    private final Milestones milestones;
    private final ThinPool pool;
    private final ThinVolumes volumes;
    private final ThinLedger ledger;

    /// @param folder where it is noted what the pool holds: always the same for a pool
    /// @param group the name of the folder in `/dev/mapper` in which its devices appear
    /// @param devices what the pool is made of
    /// @param actions whether what needs privileges is done, or only said
    public ThinStore(
            Path folder,
            String group,
            ThinPool.Devices devices,
            Actions actions,
            Milestones milestones) {
        VolumeGroup volumeGroup =
                new VolumeGroup(group, new DeviceMapper(actions), VolumeGroup.NODES);
        this.actions = actions;
        this.milestones = milestones;
        this.pool = new ThinPool(volumeGroup, POOL, devices);
        this.volumes = new ThinVolumes(volumeGroup, pool, actions);
        this.ledger = new ThinLedger(folder, pool, actions, milestones);
    }

    /// Makes the pool.
    ///
    /// @throws DiskException when its devices or the folder hold something already
    public void create() {
        if (!ledger.table().equals(ThinTable.EMPTY)) {
            throw new DiskException("this folder notes disks of a pool already; use another");
        }
        pool.create();
    }

    @Override
    public Golden importGolden(DiskName name, Path image, ImageFormat format) {
        SourceImage source = SourceImage.of(image, format);
        return new ThinImport(ledger, volumes, actions, milestones)
                .run(name, source, space().free())
                .golden();
    }

    @Override
    public Optional<Golden> golden(DiskName name) {
        return ledger.table().findGolden(name).map(GoldenThin::golden);
    }

    @Override
    public List<DiskName> goldens() {
        return names(ledger.table().goldens().stream().map(GoldenThin::name));
    }

    private static List<DiskName> names(Stream<String> names) {
        return names.sorted(Comparator.naturalOrder()).map(DiskName::new).toList();
    }

    @Override
    public void snapshot(DiskName golden, DiskName disk) {
        ledger.change(table -> {
            if (table.findDisk(disk).isPresent()) {
                throw new DiskException("there is a disk " + disk + " already");
            }
            return ledger.snapshot(
                    table,
                    table.golden(golden).thin(),
                    (now, thin) -> now.with(DiskThin.fresh(disk.text(), golden.text(), thin)));
        });
    }

    @Override
    public Optional<DiskName> origin(DiskName disk) {
        return ledger.table().findDisk(disk).map(found -> new DiskName(found.golden()));
    }

    @Override
    public void checkpoint(DiskName disk, DiskName moment) {
        ledger.change(table -> {
            DiskThin found = table.disk(disk);
            if (found.moment(moment.text()).isPresent()) {
                throw new DiskException(
                        "the disk " + disk + " has a checkpoint " + moment + " already");
            }
            BiFunction<ThinTable, Integer, ThinTable> given =
                    (now, thin) -> now.with(found.checkpointed(moment.text(), thin));
            boolean isAttached = actions.look(true, () -> volumes.isAttached(disk));
            return isAttached
                    ? ledger.snapshotOfActive(table, found.thin(), disk.text(), given)
                    : ledger.snapshot(table, found.thin(), given);
        });
    }

    @Override
    public void restore(DiskName disk, DiskName moment) {
        ledger.change(table -> {
            DiskThin found = detached(table, disk);
            return ledger.snapshot(
                    table,
                    checkpoint(found, moment).thin(),
                    (now, thin) -> now.with(found.continuing(thin)).loosen(List.of(found.thin())));
        });
    }

    private static DiskThin.Moment checkpoint(DiskThin disk, DiskName moment) {
        return disk.moment(moment.text())
                .orElseThrow(() ->
                        new DiskException(
                                "the disk " + disk.name() + " has no checkpoint " + moment));
    }

    private DiskThin detached(ThinTable table, DiskName disk) {
        DiskThin found = table.disk(disk);
        if (volumes.isAttached(disk)) {
            throw new DiskException("the disk " + disk + " is attached; detach it first");
        }
        return found;
    }

    @Override
    public List<DiskName> checkpoints(DiskName disk) {
        return ledger.table().disk(disk).moments().stream()
                .map(moment -> new DiskName(moment.name()))
                .toList();
    }

    @Override
    public Attachment attach(DiskName disk) {
        return ledger.locked(table -> {
            DiskThin found = table.disk(disk);
            Path device = volumes.attach(disk, found.thin(), table.goldenOf(found).size());
            milestones.reached("a disk is attached");
            return new Attachment(device, ImageFormat.RAW);
        });
    }

    @Override
    public void detach(DiskName disk) {
        volumes.detach(disk);
        milestones.reached("a disk is detached");
    }

    @Override
    public Optional<String> user(DiskName disk) {
        return volumes.user(disk);
    }

    @Override
    public Blocks read(DiskName diskOrGolden) {
        return ledger.locked(table -> {
            Optional<DiskThin> disk = table.findDisk(diskOrGolden);
            GoldenThin golden =
                    disk.map(table::goldenOf).orElseGet(() -> table.golden(diskOrGolden));
            return disk.isPresent() && volumes.isAttached(diskOrGolden)
                    ? volumes.attached(diskOrGolden, golden.size())
                    : volumes.view(disk.map(DiskThin::thin).orElse(golden.thin()), golden.size());
        });
    }

    @Override
    public Blocks read(DiskName disk, DiskName moment) {
        return ledger.locked(table -> {
            DiskThin found = table.disk(disk);
            return volumes.view(checkpoint(found, moment).thin(), table.goldenOf(found).size());
        });
    }

    @Override
    public List<Extent> written(DiskName disk) {
        return ledger.locked(table -> {
            DiskThin found = table.disk(disk);
            if (volumes.isAttached(disk)) {
                volumes.flush(disk);
            }
            return written(table.goldenOf(found), found.thin());
        });
    }

    @Override
    public List<Extent> written(DiskName disk, DiskName moment) {
        return ledger.locked(table -> {
            DiskThin found = table.disk(disk);
            return written(table.goldenOf(found), checkpoint(found, moment).thin());
        });
    }

    private List<Extent> written(GoldenThin golden, int thin) {
        return pool.written(golden.thin(), thin).stream()
                .map(extent -> within(extent, golden.size()))
                .toList();
    }

    /// The last block of a disk may reach over its end.
    private static Extent within(Extent extent, long size) {
        return new Extent(extent.start(), Math.min(extent.length(), size - extent.start()));
    }

    @Override
    public void rollBack(DiskName disk) {
        ledger.change(table -> {
            DiskThin found = detached(table, disk);
            return ledger.snapshot(
                    table,
                    table.goldenOf(found).thin(),
                    (now, thin) ->
                            now.with(DiskThin.fresh(found.name(), found.golden(), thin))
                                    .loosen(found.numbers()));
        });
    }

    @Override
    public void delete(DiskName disk) {
        detach(disk);
        ledger.change(table ->
                table.findDisk(disk)
                        .map(found ->
                                ledger.saveAndSettle(
                                        table.without(found).loosen(found.numbers()))));
    }

    @Override
    public List<DiskName> disks() {
        return names(ledger.table().disks().stream().map(DiskThin::name));
    }

    @Override
    public Space space() {
        return ledger.locked(_ -> actions.look(new Space(0, 0), () -> space(pool.status())));
    }

    private static Space space(PoolStatus status) {
        return new Space(status.totalData() * ThinPool.BLOCK, status.freeBytes());
    }

    @Override
    public Optional<String> trouble() {
        try {
            return ledger.locked(_ -> actions.look(Optional.empty(), pool::trouble));
        } catch (MapperException e) {
            return Optional.of("the pool cannot be activated: " + e.getMessage());
        }
    }

    @Override
    public List<String> sweep() {
        return ledger.locked(table -> {
            ledger.requireWritable();
            List<String> removed = new ArrayList<>(ledger.sweep());
            removed.addAll(volumes.sweep());
            ThinTable known = table;
            for (Arrival arrival : table.arrivals()) {
                if (arrival.isAbandoned()) {
                    volumes.endArrival(arrival.thin());
                    known = known.without(arrival).loosen(List.of(arrival.thin()));
                    removed.add("the half imported golden image " + arrival.name());
                }
            }
            ThinTable settled = ledger.settle(known);
            table.loose().stream()
                    .filter(thin -> !settled.loose().contains(thin))
                    .forEach(thin -> removed.add("the thin disk " + thin + ", which was nobody's"));
            return removed;
        });
    }
}
