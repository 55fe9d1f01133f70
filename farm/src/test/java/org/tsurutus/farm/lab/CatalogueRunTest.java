package org.tsurutus.farm.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsurutus.farm.examples.ActResults;
import org.tsurutus.farm.examples.Catalogue;
import org.tsurutus.farm.examples.CatalogueAct;
import org.tsurutus.farm.examples.RecallTable;
import org.tsurutus.farm.examples.Score;
import org.tsurutus.farm.examples.Scorer;
import org.tsurutus.farm.run.RunDirectory;
import org.tsurutus.farm.run.RunManifest;
import org.tsurutus.farm.run.RunManifest.State;
import org.tsurutus.farm.run.RunRequest;
import org.tsurutus.markii.MarkIIRecord;

/// Every act of the catalogue is performed on the real guests, and the log is compared with what
/// each declares, record by record.
@Tag("guest")
class CatalogueRunTest {
    private static final Path EXAMPLES = RealLab.CHECKOUT.resolve("examples");
    private static final Catalogue CATALOGUE = Catalogue.read(EXAMPLES.resolve("acts"));

    private static final Duration LIMIT = Duration.ofMinutes(40);

    /// One PC hardly uses more than one processor; those that take long come first.
    private static final int PCS = 2;

    private static final List<String> SPECIMENS =
            List.of(
                    "acts64.exe",
                    "acts.exe",
                    "storm.exe",
                    "flood.exe",
                    "diskfiller.exe",
                    "killer.exe",
                    "logoff.exe",
                    "reboot.exe");

    private static final Map<String, Future<RunDirectory>> PERFORMED = new HashMap<>();

    @TempDir private static Path runs;

    @BeforeAll
    static void performAll() {
        Path built = RealLab.examples();
        try (ExecutorService pcs = Executors.newFixedThreadPool(PCS)) {
            for (String name : SPECIMENS) {
                RunRequest request = RealLab.request(built.resolve(name), "", LIMIT, runs);
                PERFORMED.put(name, pcs.submit(() -> RealLab.LAB.runner().run(request)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"acts.exe", "acts64.exe"})
    void theLogShowsWhatTheActsDeclare(String name) throws Exception {
        RunDirectory run = run(name);
        List<MarkIIRecord> log = RealLab.log(run);
        Catalogue performed = CATALOGUE.of(name, run.manifest().pcs().getFirst().machine());

        Map<String, Integer> results = ActResults.of(log, run.files());
        assertThat(results.keySet())
                .isEqualTo(
                        performed.acts().stream()
                                .map(CatalogueAct::command)
                                .collect(Collectors.toSet()));
        assertThat(results).allSatisfy((act, code) -> assertThat(code).as(act).isZero());
        judge(name, Scorer.score(performed, log));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "diskfiller.exe",
                "flood.exe",
                "killer.exe",
                "logoff.exe",
                "reboot.exe",
                "storm.exe"
            })
    void theLogOfAHostileSpecimenIsComplete(String name) throws Exception {
        RunDirectory run = run(name);

        judge(name, Scorer.score(CATALOGUE.of(name, "wine32"), RealLab.log(run)));
    }

    private static RunDirectory run(String name) throws Exception {
        RunDirectory run = PERFORMED.get(name).get();

        RunManifest manifest = run.manifest();
        assertThat(manifest.state()).as("%s", manifest.end()).isEqualTo(State.DONE);
        assertThat(manifest.end().orElseThrow().reason()).isNotEqualTo("time limit");
        return run;
    }

    private static void judge(String name, Score score) {
        System.out.println("[lab] " + name + "\n" + RecallTable.of(score));
        assertThat(score.missing()).as("missing").isEmpty();
        assertThat(score.extra()).as("undeclared").isEmpty();
    }
}
