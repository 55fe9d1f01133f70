package org.tsurutus.farm.run;

import java.util.List;
import java.util.Map;
import org.tsurutus.farm.lease.Lease;
import org.tsurutus.farm.machine.Machine;
import org.tsurutus.sensor.file.KnownFiles;

/// Where a run gets its PC from. One implementation makes PCs with QEMU; one for physical PCs would
/// switch them on.
public interface Machines {
    /// Prepares a PC of the wanted kind in a lease.
    Prepared prepare(RunRequest request, Lease lease);

    /// A PC that is off, and what is known about it.
    ///
    /// @param machine the PC
    /// @param facts the PC as run.json describes it; `start` says nothing yet
    /// @param ips its addresses
    /// @param launcher the Windows path of the program that starts specimens in it
    /// @param known the files on its drive C
    /// @param tools versions of what runs it
    record Prepared(
            Machine machine,
            RunManifest.Pc facts,
            List<String> ips,
            String launcher,
            KnownFiles known,
            Map<String, String> tools) {}
}
