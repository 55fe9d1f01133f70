package org.tsurutus.app;

import java.nio.file.Path;
import java.util.Optional;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.scenario.Network;
import org.tsurutus.farm.scenario.Scenario;
import org.tsurutus.farm.scenario.ScenarioFile;
import picocli.CommandLine.Option;

/// Who is there when a specimen runs.
final class ScenarioOption {
    @Option(
            names = "--pcs",
            paramLabel = "N",
            description = "how many PCs: several are those of the built-in office (default: 1)")
    Optional<Integer> pcs = Optional.empty();

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            description = "the PCs, as a scenario in TOML says; see docs/scenarios.md")
    Optional<Path> file = Optional.empty();

    @Option(
            names = "--network",
            paramLabel = "NET",
            description =
                    "what they can reach: none, lan, simulated, gateway:NAME"
                            + " (default: as the scenario says; none for one PC)")
    Optional<String> network = Optional.empty();

    /// The scenario that is asked for.
    ///
    /// @throws FarmException when there is none such
    Scenario scenario() {
        if (pcs.isPresent() && file.isPresent()) {
            throw FarmException.input(
                    "--pcs and --scenario both say who is there; give one of them");
        }
        Scenario scenario =
                file.map(ScenarioFile::read)
                        .or(() -> pcs.filter(count -> count != 1).map(ScenarioFile.office()::first))
                        .orElse(Scenario.ALONE);
        return network.map(Network::parse).map(scenario::with).orElse(scenario);
    }
}
