package org.tsurutus.farm.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.Sectors;
import org.tsurutus.disk.evidence.DiskEvidence;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.machine.Machine;

/// What a run does to the disk that its specimen sees, as seen from below: at checkpoints and at
/// the end. A change that a checkpoint showed is not told again.
final class DiskHistory {
    /// The disk that the scratch disk is to Windows programs.
    private static final String SCRATCH = "\\\\.\\PhysicalDrive0";

    private final Machine machine;
    private final Recording recording;
    private final Path folder;
    private DiskEvidence known = DiskEvidence.NONE;
    private int checkpoints;

    /// @param folder takes sector 0 of each moment
    DiskHistory(Machine machine, Recording recording, Path folder) {
        this.machine = machine;
        this.recording = recording;
        this.folder = folder;
    }

    /// Keeps the disk as it is now, while the PC is on.
    ///
    /// @return what is new on it, in words
    String checkpoint() {
        checkpoints++;
        String moment = "checkpoint-" + checkpoints;
        return compare(machine.checkpoint(moment), moment);
    }

    /// Compares the disk of a PC that is off.
    ///
    /// @return what is new on it, in words; empty if nothing is
    String end() {
        return compare(machine.scratch(), "after");
    }

    private String compare(Machine.ScratchDisk disk, String moment) {
        try (Blocks before = disk.before();
                Blocks after = disk.after()) {
            DiskEvidence changed = DiskEvidence.read(before, after, disk.written());
            Files.write(folder.resolve("sector0.before"), Sectors.read(before, 0));
            Files.write(folder.resolve("sector0." + moment), Sectors.read(after, 0));
            recording.changed(SCRATCH, changed.without(known));
            boolean isOld = changed.equals(known);
            known = changed;
            return isOld ? "" : changed.total() + " sectors of " + SCRATCH + " changed";
        } catch (IOException e) {
            throw FarmException.environment("cannot keep sector 0: " + e, e);
        }
    }
}
