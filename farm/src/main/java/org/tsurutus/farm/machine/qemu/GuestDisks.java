package org.tsurutus.farm.machine.qemu;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.tsurutus.farm.machine.Machine;

/// Where a PC's disks come from and go to.
public interface GuestDisks extends AutoCloseable {
    /// A root disk on which nothing is written yet; what an earlier one held is gone.
    ///
    /// @param base qcow2, what it reads as
    /// @return a qcow2 file that QEMU may write to
    Path root(Path base);

    /// A scratch disk on which nothing is written yet; what an earlier one held is gone.
    ///
    /// @return a qcow2 file that QEMU may write to
    Path scratch();

    /// The scratch disk before and after; when the PC is off.
    Machine.ScratchDisk scratchDisk();

    /// Keeps the scratch disk as it is at this moment, when the PC is on.
    ///
    /// @param writer makes the PC go on in a new qcow2 file, and has done so when it returns
    Machine.ScratchDisk checkpoint(String moment, Consumer<Path> writer);

    /// Rolls back what there is and reads it back; when the PC is off.
    ///
    /// @return what is wrong with the disks, in words; empty if nothing is
    String rollBack();

    /// Rolls back and gives up the disks.
    @Override
    void close();
}
