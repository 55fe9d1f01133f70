package org.tsurutus.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tsurutus.app.report.ReportPage;
import org.tsurutus.farm.run.RunDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `report`: writes a run's page again.
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Writes a run's report.html from its directory.",
        footer = {"", "Example: tsurutus report runs/20261122T215600Z-0a1b2c3d-4e5f"})
final class ReportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "RUN", description = "the run's directory")
    Path run = Path.of("");

    @Override
    public Integer call() {
        System.out.println(ReportPage.write(new RunDirectory(run.toAbsolutePath().normalize())));
        return 0;
    }
}
