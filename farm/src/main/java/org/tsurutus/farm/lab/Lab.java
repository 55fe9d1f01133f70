package org.tsurutus.farm.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.host.Home;
import org.tsurutus.farm.host.Progress;
import org.tsurutus.farm.image.ImageStore;
import org.tsurutus.farm.lease.Sweep;
import org.tsurutus.farm.machine.qemu.AcceleratorProbe;
import org.tsurutus.farm.machine.qemu.LeasedDisks;
import org.tsurutus.farm.machine.qemu.QemuMachine;
import org.tsurutus.farm.run.DeadRun;
import org.tsurutus.farm.run.RunDirectory;
import org.tsurutus.farm.run.Runner;

/// The lab of this host. Everything that starts, lists or cleans goes through here.
public final class Lab {
    private final Home home;
    private final Progress progress;
    private final ImageStore images;
    private final QemuMachines machines;

    /// A lab.
    ///
    /// @param environment the process environment, for TSURUTUS_HOME, TSURUTUS_ACCEL, and
    ///   TSURUTUS_SENSOR=off, which measures what watching costs
    /// @param checkout the folder that holds `guest/`
    public Lab(Map<String, String> environment, Path checkout, Progress progress) {
        this.home = Home.of(environment);
        this.progress = progress;
        boolean watched = !"off".equals(environment.get("TSURUTUS_SENSOR"));
        this.images =
                new ImageStore(
                        home, checkout.resolve("guest"), QemuMachine.hardware(), watched, progress);
        this.machines = new QemuMachines(home, images, environment, progress);
    }

    public Home home() {
        return home;
    }

    public ImageStore images() {
        return images;
    }

    /// How guests are run on this host; boots a probe guest where that is not known yet.
    public AcceleratorProbe.Finding accelerator() {
        return machines.accelerator();
    }

    /// A runner that leases PCs from this lab.
    public Runner runner() {
        return new Runner(home, machines, progress);
    }

    /// Whether any PC of this lab is leased.
    public boolean isBusy() {
        try (Stream<Path> leases = Files.list(home.leases())) {
            return leases.findAny().isPresent();
        } catch (IOException e) {
            throw FarmException.environment("cannot look into " + home.leases() + ": " + e, e);
        }
    }

    /// Cleans up after controllers that died and marks their runs failed.
    ///
    /// @return one line for each, to be shown
    public List<String> sweep() {
        List<String> lines = new ArrayList<>();
        for (Sweep.Left left : Sweep.run(home)) {
            String line =
                    "cleaned up after a controller that died: lease "
                            + left.lease()
                            + ", "
                            + left.machines()
                            + (left.machines() == 1 ? " machine" : " machines")
                            + " ended";
            lines.add(
                    line + left.run().map(run -> DeadRun.close(new RunDirectory(run))).orElse(""));
        }
        lines.addAll(LeasedDisks.recover(home));
        return lines;
    }
}
