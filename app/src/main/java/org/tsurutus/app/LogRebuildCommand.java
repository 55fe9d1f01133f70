package org.tsurutus.app;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tsurutus.farm.host.Home;
import org.tsurutus.farm.run.Rebuild;
import org.tsurutus.farm.run.Rebuilt;
import org.tsurutus.farm.run.RecordingInputs;
import org.tsurutus.farm.run.RunDirectory;
import org.tsurutus.windows.signature.TrustStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `log rebuild`.
@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a run's log again from the raw facts in its directory, and compares the two.",
            "Where they differ, the new one is kept beside the run's as .log.rebuilt."
        },
        footer = {
            "",
            "Exit codes: 0 identical, 1 different.",
            "Example: tsurutus log rebuild runs/20261122T215600Z-0a1b2c3d-4e5f"
        })
final class LogRebuildCommand implements Callable<Integer> {
    private static final Path STANDARD_OUTPUT = Path.of("-");

    @Option(
            names = "--to",
            paramLabel = "FILE",
            description =
                    "Where the new log goes, and stays even if identical; - is standard output.")
    Optional<Path> to = Optional.empty();

    @Mixin TrustOption trust = new TrustOption();

    @Parameters(paramLabel = "RUN", description = "The run's directory.")
    Path directory = Path.of("");

    @Override
    public Integer call() {
        RunDirectory run = new RunDirectory(directory.toAbsolutePath().normalize());
        Path kept = run.rebuiltLog(run.manifest().specimen().sha256());
        Rebuild rebuild = new Rebuild(run);
        TrustStore roots = trust.roots(Home.of(System.getenv()));
        sayWhoJudges(rebuild.trust(), roots);
        boolean toOutput = to.filter(STANDARD_OUTPUT::equals).isPresent();
        Optional<Path> file = toOutput ? Optional.empty() : Optional.of(to.orElse(kept));
        Rebuilt rebuilt =
                OutputFile.write(
                        file, out -> rebuild.write(roots, OutputFile.directory(file), out));
        rebuilt.cut()
                .ifPresent(why ->
                        System.err.println(
                                "tsurutus: the raw facts break off ("
                                        + why
                                        + "); what stands before the break was read"));
        if (to.isEmpty() && rebuilt.isIdentical()) {
            delete(kept);
        }
        say(rebuilt, file, toOutput ? System.err : System.out);
        return rebuilt.isIdentical() ? 0 : 1;
    }

    private static void sayWhoJudges(RecordingInputs.Trust then, TrustStore now) {
        if (!now.fingerprint().equals(then.fingerprint())) {
            System.err.println(
                    "tsurutus: signatures are believed by "
                            + now.roots().size()
                            + " roots ("
                            + now.fingerprint()
                            + "), in the run it was "
                            + then.roots()
                            + " ("
                            + then.fingerprint()
                            + "); sig and sigFlaw may differ");
        }
    }

    private static void say(Rebuilt rebuilt, Optional<Path> file, PrintStream out) {
        if (rebuilt.isIdentical()) {
            out.println("identical, records: " + rebuilt.records());
        } else {
            out.println(
                    "different from line "
                            + rebuilt.firstDifference().getAsLong()
                            + " on"
                            + file.map(kept -> ": see " + kept).orElse(""));
        }
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file + ": " + e, e);
        }
    }
}
