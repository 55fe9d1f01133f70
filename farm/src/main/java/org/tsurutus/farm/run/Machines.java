package org.tsurutus.farm.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.tsurutus.farm.lease.Lease;
import org.tsurutus.farm.machine.Machine;
import org.tsurutus.farm.scenario.ScenarioPc;
import org.tsurutus.sensor.file.KnownFiles;

/// Where a run gets its PCs from. One implementation makes PCs with QEMU; one for physical PCs
/// would switch them on.
public interface Machines {
    /// Prepares a PC of the wanted kind in a lease.
    ///
    /// @param place what the scenario says of it
    Prepared prepare(RunRequest request, Lease lease, ScenarioPc place);

    /// A PC that is off, and what is known about it.
    ///
    /// @param place what the scenario says of it
    /// @param machine the PC
    /// @param facts the PC as run.json describes it; `start` says nothing yet
    /// @param ips its addresses
    /// @param lanSocket where a LAN may listen for it; in a folder that is this run's alone
    /// @param launcher the Windows path of the program that starts specimens in it
    /// @param services the Windows paths of programs that start others for who is far away
    /// @param known the files on its drive C
    /// @param folders the folders there
    /// @param tools versions of what runs it
    record Prepared(
            ScenarioPc place,
            Machine machine,
            RunManifest.Pc facts,
            List<String> ips,
            Path lanSocket,
            String launcher,
            List<String> services,
            KnownFiles known,
            GuestFolders folders,
            Map<String, String> tools) {}
}
