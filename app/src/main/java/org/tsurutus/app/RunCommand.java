package org.tsurutus.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tsurutus.farm.image.GuestProfile;
import org.tsurutus.farm.lab.Lab;
import org.tsurutus.farm.run.RunDirectory;
import org.tsurutus.farm.run.RunRequest;
import org.tsurutus.farm.specimen.Limits;
import org.tsurutus.farm.specimen.SpecimenFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `run`: takes a specimen to its log and report.
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description =
                "Runs a specimen (.exe, .dll, .bat, .vbs, .js) on a leased PC and files what it did.",
        footer = {
            "",
            "Examples:",
            "  tsurutus run sample.exe --time 60s",
            "  tsurutus run library.dll --args \"#1 55\"    (export or ordinal first, as for rundll32)",
            "  tsurutus run sample.exe --seed 7           (a hand that can be repeated)",
            "  tsurutus run sample.exe --pcs 3            (three PCs of an office, on a LAN of their own)",
            "  tsurutus run sample.exe --time 5m --extend-while-new 20m --stop-when-quiet 3m",
            "  tsurutus run sample.exe --scenario shop.toml --network none"
        })
final class RunCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SPECIMEN", description = "the file to run")
    Path specimen = Path.of("");

    @Option(
            names = "--args",
            paramLabel = "TEXT",
            description = "what follows the specimen on its command line")
    String arguments = "";

    @Mixin TimingOption timing = new TimingOption();

    @Option(
            names = "--machine",
            paramLabel = "NAME",
            description = "the kind of PC: ${COMPLETION-CANDIDATES} (default: by specimen)")
    Optional<GuestProfile> machine = Optional.empty();

    @Option(
            names = "--runs",
            paramLabel = "DIR",
            description = "the folder that takes the run's directory (default: runs)")
    Path runs = Labs.runs();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "what the hand that clicks draws its paths, places and pauses from; the same number"
                            + " and the same screens make the same movements; a run's is"
                            + " start.clickSeed in its run.json (default: another one each time)")
    Optional<Long> seed = Optional.empty();

    @Option(
            names = "--checkpoint-every",
            paramLabel = "TIME",
            converter = Durations.class,
            description =
                    "keep the disk that often while the specimen acts and record what has changed on"
                            + " it by then: 30s, 2m (default: only at the end)")
    Optional<Duration> checkpointEvery = Optional.empty();

    @Mixin ScenarioOption who = new ScenarioOption();

    @Mixin TrustOption trust = new TrustOption();

    @Option(names = "--json", description = "print run.json instead of a summary")
    boolean json;

    @Override
    public Integer call() {
        SpecimenFile examined = SpecimenFile.examine(specimen, Limits.standard());
        GuestProfile profile = machine.orElseGet(() -> RunRequest.profileFor(examined));
        Lab lab = Labs.open();
        RunRequest request =
                new RunRequest(
                        examined,
                        arguments,
                        timing.timing(),
                        profile,
                        runs,
                        trust.roots(lab.home()),
                        seed,
                        who.scenario(),
                        checkpointEvery);
        RunDirectory run = Runs.run(lab, request);
        return json ? Runs.printJson(run) : Runs.printSummary(run);
    }
}
