package org.tsurutus.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tsurutus.farm.image.Examples;
import org.tsurutus.farm.lab.Lab;
import org.tsurutus.farm.run.RunRequest;
import org.tsurutus.farm.run.Timing;
import org.tsurutus.farm.scenario.Scenario;
import org.tsurutus.farm.specimen.Limits;
import org.tsurutus.farm.specimen.SpecimenFile;
import picocli.CommandLine.Command;

/// `demo`: the whole way once, with a harmless specimen of our own.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description =
                "Builds what is missing and runs the example specimen to its finished log and report.")
final class DemoCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        Lab lab = Labs.open();
        Path examples =
                Examples.build(
                        lab.home(), Labs.checkout().resolve("examples"), Terminal.standard());
        SpecimenFile specimen =
                SpecimenFile.examine(examples.resolve("greeter.exe"), Limits.standard());
        RunRequest request =
                new RunRequest(
                        specimen,
                        "",
                        Timing.of(Duration.ofMinutes(2)),
                        RunRequest.profileFor(specimen),
                        Labs.runs(),
                        new TrustOption().roots(lab.home()),
                        Optional.empty(),
                        Scenario.ALONE,
                        Optional.empty());
        return Runs.printSummary(Runs.run(lab, request));
    }
}
