package org.tsurutus.farm.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.tsurutus.disk.DiskException;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.host.Home;
import org.tsurutus.farm.host.Progress;
import org.tsurutus.farm.lease.Lease;
import org.tsurutus.farm.specimen.SpecimenFile;
import org.tsurutus.farm.specimen.StartPlan;
import org.tsurutus.markii.MarkIIException;
import org.tsurutus.screen.ScreenException;
import org.tsurutus.sensor.SensorException;
import org.tsurutus.windows.signature.TrustStore;

/// Takes one specimen to its log: leases a PC, lets the specimen act on it, gives the PC back.
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
        RunDirectory directory = RunDirectories.create(request.runs(), request.specimen().sha256());
        RunManifest.Start start =
                new RunManifest.Start(
                        request.arguments(),
                        plan.guestPath(),
                        plan.commandLine(),
                        Optional.of(request.clickSeed().orElseGet(Runner::anySeed)));
        RunBook book = new RunBook(directory, describe(request.specimen()), start, request.limit());
        try (Lease lease = Lease.take(home, Optional.of(directory.path()))) {
            Machines.Prepared pc = book.require("lease", () -> machines.prepare(request, lease));
            book.leased(pc.facts(), tools(pc, request.trust()));
            Path archive = lease.folder().resolve("specimen.tar");
            SpecimenArchive.write(request.specimen(), archive);
            pc.machine().insert(archive);
            new Performance(request, plan, directory, book, pc, progress, () -> cancelled).play();
        } catch (FarmException
                | DiskException
                | SensorException
                | ScreenException
                | MarkIIException e) {
            book.end(RunBook.FAILED, String.valueOf(e.getMessage()));
        } finally {
            book.close();
        }
        return directory;
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
