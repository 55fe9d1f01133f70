package org.tsurutus.farm.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tsurutus.farm.host.Progress;
import org.tsurutus.farm.image.Examples;
import org.tsurutus.farm.run.RunDirectory;
import org.tsurutus.farm.run.RunRequest;
import org.tsurutus.farm.run.Timing;
import org.tsurutus.farm.run.TrustedRoots;
import org.tsurutus.farm.scenario.Scenario;
import org.tsurutus.farm.specimen.Limits;
import org.tsurutus.farm.specimen.SpecimenFile;
import org.tsurutus.markii.Line;
import org.tsurutus.markii.MarkIIReader;
import org.tsurutus.markii.MarkIIRecord;

/// The lab of this host for tests: the real one, with its real guests.
public final class RealLab {
    public static final Path CHECKOUT = Path.of(System.getProperty("tsurutus.root"));
    public static final Lab LAB = new Lab(System.getenv(), CHECKOUT, RealLab::announce);

    private RealLab() {}

    private static Progress.Step announce(String step) {
        System.out.println("[lab] " + step);
        return () -> {};
    }

    /// The folder of the examples, built if need be.
    public static Path examples() {
        return Examples.build(LAB.home(), CHECKOUT.resolve("examples"), Progress.silent());
    }

    public static RunRequest request(Path specimen, String arguments, Duration limit, Path runs) {
        return request(specimen, arguments, Timing.of(limit), runs);
    }

    static RunRequest request(Path specimen, String arguments, Timing timing, Path runs) {
        SpecimenFile examined = SpecimenFile.examine(specimen, Limits.standard());
        return new RunRequest(
                examined,
                arguments,
                timing,
                RunRequest.profileFor(examined),
                runs,
                TrustedRoots.of(LAB.home(), List.of()),
                Optional.empty(),
                Scenario.ALONE,
                Optional.empty());
    }

    /// A script that waits for a key that nobody presses, after a first visible act.
    static Path sleeper(Path folder) throws IOException {
        return Files.writeString(
                folder.resolve("sleeper.bat"),
                "@echo off\r\necho awake> C:\\windows\\temp\\awake.txt\r\npause\r\n");
    }

    public static List<MarkIIRecord> log(RunDirectory run) {
        try (MarkIIReader reader = MarkIIReader.open(run.log(run.manifest().specimen().sha256()))) {
            return reader.lines().map(line -> ((Line.Entry) line).record()).toList();
        }
    }

    /// The QEMUs whose files lie below a folder.
    public static List<ProcessHandle> machines(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(process -> commandLine(process).startsWith("qemu-system"))
                .filter(process -> commandLine(process).contains(folder.toString()))
                .toList();
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(
                    Path.of("/proc", Long.toString(process.pid()), "cmdline"),
                    StandardCharsets.ISO_8859_1);
        } catch (IOException _) {
            return "";
        }
    }
}
