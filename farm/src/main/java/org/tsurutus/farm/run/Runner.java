package org.tsurutus.farm.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.tsurutus.disk.DiskException;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.host.Home;
import org.tsurutus.farm.host.Progress;
import org.tsurutus.farm.lease.Lease;
import org.tsurutus.farm.scenario.ScenarioPc;
import org.tsurutus.farm.specimen.SpecimenFile;
import org.tsurutus.farm.specimen.StartPlan;
import org.tsurutus.markii.MarkIIException;
import org.tsurutus.network.NetworkException;
import org.tsurutus.screen.ScreenException;
import org.tsurutus.sensor.SensorException;
import org.tsurutus.windows.signature.TrustStore;

/// Takes one specimen to its log: leases PCs, lets the specimen act on them, gives the PCs back.
/// Whatever happens, the machine is ended, its disks are rolled back and the manifest tells how far
/// the run came.
public final class Runner {
    private final Home home;
    private final Machines machines;
    private final Progress progress;
    private volatile boolean cancelled;

    /// A runner.
    ///
    /// @param machines where PCs come from
    /// @param progress told of every stage
    public Runner(Home home, Machines machines, Progress progress) {
        this.home = home;
        this.machines = machines;
        this.progress = progress;
    }

    /// Ends the run soon; what was collected is kept. May be called from any thread.
    public void cancel() {
        cancelled = true;
    }

    /// Runs a specimen to its end.
    ///
    /// @return the run's directory, whatever came of it; its manifest tells
    /// @throws FarmException when the specimen cannot be started as asked; then no run was begun
    public RunDirectory run(RunRequest request) {
        StartPlan plan = StartPlan.of(request.specimen(), request.arguments());
        RunDirectory directory =
                RunDirectories.create(
                        request.runs(), request.specimen().sha256(), request.scenario());
        RunManifest.Start start =
                new RunManifest.Start(
                        request.arguments(),
                        plan.guestPath(),
                        plan.commandLine(),
                        Optional.of(request.clickSeed().orElseGet(Runner::anySeed)));
        RunBook book =
                new RunBook(
                        directory,
                        describe(request.specimen()),
                        start,
                        request.scenario(),
                        request.timing());
        try (Lease lease = Lease.take(home, Optional.of(directory.path()))) {
            List<Machines.Prepared> pcs = book.require("lease", () -> prepare(request, lease));
            book.leased(
                    pcs.stream().map(Machines.Prepared::facts).toList(),
                    tools(pcs.getFirst(), request.trust()));
            book.enter(RunManifest.State.LEASED);
            new Performance(
                            request,
                            plan,
                            directory,
                            book,
                            home.network(),
                            progress,
                            () -> cancelled)
                    .play(pcs);
        } catch (FarmException
                | DiskException
                | SensorException
                | ScreenException
                | NetworkException
                | MarkIIException e) {
            book.end(RunBook.FAILED, String.valueOf(e.getMessage()));
        } finally {
            book.close();
        }
        return directory;
    }

    /// All PCs of the scenario, or none.
    private List<Machines.Prepared> prepare(RunRequest request, Lease lease) {
        List<Machines.Prepared> pcs = new ArrayList<>();
        try {
            for (ScenarioPc place : request.scenario().pcs()) {
                Machines.Prepared pc = machines.prepare(request, lease, place);
                pcs.add(pc);
                fill(pc, request, lease.folder().resolve("drive-c.tar"));
            }
            return pcs;
        } catch (RuntimeException e) {
            pcs.forEach(pc -> pc.machine().close());
            throw e;
        }
    }

    /// Puts on a PC what lies there beforehand, and the specimen on the first one.
    private static void fill(Machines.Prepared pc, RunRequest request, Path archive) {
        try (PcArchive packed = new PcArchive(archive, pc.folders())) {
            pc.place().documents().forEach(packed::add);
            if (pc.place().equals(request.scenario().pcs().getFirst())) {
                packed.add(request.specimen(), StartPlan.FOLDER);
            }
        }
        pc.machine().insert(archive);
    }

    private static long anySeed() {
        return new SplittableRandom().nextLong(RunRequest.LARGEST_SEED + 1);
    }

    private static Map<String, String> tools(Machines.Prepared pc, TrustStore trust) {
        Map<String, String> tools = new LinkedHashMap<>(pc.tools());
        tools.put("trust", trust.roots().size() + " roots, " + trust.fingerprint());
        return tools;
    }

    private static RunManifest.Specimen describe(SpecimenFile specimen) {
        return new RunManifest.Specimen(
                specimen.guestName(),
                specimen.kind().id(),
                specimen.architecture(),
                specimen.size(),
                specimen.md5(),
                specimen.sha1(),
                specimen.sha256());
    }
}
