package org.tsurutus.disk.thin;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.FileBlocks;
import org.tsurutus.disk.OpenFiles;
import org.tsurutus.disk.mapper.Actions;
import org.tsurutus.disk.mapper.MappedDevice;
import org.tsurutus.disk.mapper.MapperException;
import org.tsurutus.disk.mapper.ThinPool;
import org.tsurutus.disk.mapper.VolumeGroup;
import org.tsurutus.disk.store.DiskName;

/// The block devices of thin disks. A run's disk is a volume of its own name; what is only read for
/// a moment is one whose name no disk can have, with the number of the process that reads.
final class ThinVolumes {
    private static final Pattern VIEW = Pattern.compile("view\\+(\\d{1,18})\\+\\d+");
    private static final AtomicLong OPENED = new AtomicLong();

    private final VolumeGroup group;
    private final ThinPool pool;
    private final Actions actions;

    ThinVolumes(VolumeGroup group, ThinPool pool, Actions actions) {
        this.group = group;
        this.pool = pool;
        this.actions = actions;
    }

    private Optional<MappedDevice> find(DiskName disk) {
        return actions.look(Optional.empty(), () -> group.find(disk.text()));
    }

    boolean isAttached(DiskName disk) {
        return find(disk).isPresent();
    }

    /// Who has a disk open, in words; the device mapper counts users that no process shows.
    Optional<String> user(DiskName disk) {
        return find(disk)
                .filter(device -> device.openCount() > 0)
                .map(_ ->
                        OpenFiles.user(group.path(disk.text()))
                                .orElse("the kernel, as an export or a mount"));
    }

    Path attach(DiskName disk, int thin, long size) {
        return pool.activateThin(disk.text(), thin, size, false);
    }

    /// @throws DiskException while somebody has it open
    void detach(DiskName disk) {
        try {
            pool.deactivateThin(disk.text());
        } catch (MapperException e) {
            if (!e.isBusy()) {
                throw e;
            }
            throw new DiskException(
                    "the disk "
                            + disk
                            + " is still open by "
                            + user(disk).orElse("somebody")
                            + "; switch that off first",
                    e);
        }
    }

    /// Makes what was written through any door readable through this host's cache.
    void flush(DiskName disk) {
        pool.flush(disk.text());
    }

    Blocks attached(DiskName disk, long size) {
        flush(disk);
        return blocks(group.path(disk.text()), size);
    }

    Blocks view(int thin, long size) {
        String volume = "view+" + ProcessHandle.current().pid() + "+" + OPENED.incrementAndGet();
        Path device = pool.activateThin(volume, thin, size, true);
        return new ThinView(blocks(device, size), () -> pool.deactivateThin(volume));
    }

    private Blocks blocks(Path device, long size) {
        return actions.look(new EmptyBlocks(size), () -> FileBlocks.open(device));
    }

    /// Where an image is written to while it is imported.
    Path arrival(int thin, long size) {
        return pool.activateThin(arrivalName(thin), thin, size, false);
    }

    void endArrival(int thin) {
        pool.deactivateThin(arrivalName(thin));
    }

    private static String arrivalName(int thin) {
        return "arrival+" + thin;
    }

    /// Ends what dead processes were reading.
    List<String> sweep() {
        List<String> ended = new ArrayList<>();
        for (String name : group.names()) {
            Matcher view = VIEW.matcher(name);
            if (view.matches() && isDead(Long.parseLong(view.group(1)))) {
                pool.deactivateThin(name);
                ended.add("the volume " + group.path(name) + ", through which a dead process read");
            }
        }
        return ended;
    }

    private static boolean isDead(long process) {
        return ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty();
    }
}
