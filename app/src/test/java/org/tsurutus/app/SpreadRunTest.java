package org.tsurutus.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsurutus.farm.host.Progress;
import org.tsurutus.farm.image.Examples;
import org.tsurutus.farm.lab.Lab;
import org.tsurutus.farm.run.RunDirectory;
import org.tsurutus.farm.run.RunManifest;
import org.tsurutus.farm.run.RunRequest;
import org.tsurutus.farm.run.Timing;
import org.tsurutus.farm.scenario.Scenario;
import org.tsurutus.farm.scenario.ScenarioFile;
import org.tsurutus.farm.scenario.ScenarioPc;
import org.tsurutus.farm.specimen.Limits;
import org.tsurutus.farm.specimen.SpecimenFile;
import org.tsurutus.hunt.lateral.PlantedStart;
import org.tsurutus.hunt.lateral.PlantedStarts;
import org.tsurutus.hunt.lateral.RemoteStart;
import org.tsurutus.hunt.lateral.RemoteStarts;
import org.tsurutus.markii.Line;
import org.tsurutus.markii.MarkIIReader;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.windows.signature.TrustStore;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The example that goes from PC to PC does so on real guests; what the joined log says of its way
/// is just what it declares.
@Tag("guest")
class SpreadRunTest {
    private static final Path CHECKOUT = Path.of(System.getProperty("tsurutus.root"));
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir private static Path runs;

    /// What an example declares.
    ///
    /// @param logons where somebody logs on anew, and how many seconds after the start
    /// @param refused how many logons are refused, by PC and account
    /// @param chain who started what on another PC
    /// @param planted who wrote a program to another PC that was started there, by whomever
    private record Story(
            String story,
            String arguments,
            long exitCode,
            Map<String, Integer> logons,
            Map<String, Long> refused,
            List<Link> chain,
            List<Planted> planted) {
        @Override
        public String toString() {
            return story;
        }
    }

    private record Link(String by, String started, String commandLine, String account) {
        static Link of(RemoteStart start) {
            return new Link(
                    start.by().map(Object::toString).orElse("nobody"),
                    start.started().toString(),
                    start.commandLine(),
                    start.account());
        }
    }

    private record Planted(String by, String path, String started) {
        static Planted of(PlantedStart start) {
            return new Planted(start.by().toString(), start.path(), start.started().toString());
        }
    }

    static List<Story> stories() throws Exception {
        return JSON.readValue(
                Files.readAllBytes(CHECKOUT.resolve("examples/spread.exe.chains.json")),
                new TypeReference<List<Story>>() {});
    }

    @ParameterizedTest
    @MethodSource("stories")
    void theWayFromPcToPcIsInTheLogAsDeclared(Story story) {
        RunDirectory run = run(story);

        RunManifest manifest = run.manifest();
        assertThat(manifest.state()).as("%s", manifest.end()).isEqualTo(RunManifest.State.DONE);
        assertThat(manifest.end().orElseThrow().exitCode()).hasValue(story.exitCode());
        List<MarkIIRecord> log = log(run);
        assertThat(RemoteStarts.of(log.stream()).stream().map(Link::of).toList())
                .isEqualTo(story.chain());
        assertThat(PlantedStarts.of(log.stream()).stream().map(Planted::of).toList())
                .isEqualTo(story.planted());
        assertThat(refused(log)).isEqualTo(story.refused());
        assertThat(copiesToHiddenShares(log)).isNotEmpty();
        assertThat(arrivals(log)).isEqualTo(lastStarted(story));
    }

    private static Map<String, Long> refused(List<MarkIIRecord> log) {
        Map<String, Long> refused = new TreeMap<>();
        log.stream()
                .filter(record -> record.kind().equals("session/loginRFail"))
                .map(record -> record.value("com", "") + " " + record.value("usr", ""))
                .forEach(who -> refused.merge(who, 1L, Long::sum));
        return refused;
    }

    private static List<MarkIIRecord> copiesToHiddenShares(List<MarkIIRecord> log) {
        return log.stream()
                .filter(record -> record.kind().equals("file/copy"))
                .filter(record -> record.value("dstMntFld", "").endsWith("$"))
                .filter(record -> record.value("dstDrv", "").equals("Net"))
                .toList();
    }

    /// The processes that left the mark of having arrived.
    private static Set<String> arrivals(List<MarkIIRecord> log) {
        return log.stream()
                .filter(record -> record.kind().equals("file/close"))
                .filter(record ->
                        record.value("path", "")
                                .equalsIgnoreCase("C:\\windows\\temp\\tsu-arrived.txt"))
                .map(record -> record.value("com", "") + " " + record.value("psPath", ""))
                .collect(Collectors.toSet());
    }

    /// The copies that have nowhere further to go.
    private static Set<String> lastStarted(Story story) {
        Set<String> writers = story.planted().stream().map(Planted::by).collect(Collectors.toSet());
        return story.planted().stream()
                .map(Planted::started)
                .filter(started -> !writers.contains(started))
                .collect(Collectors.toSet());
    }

    private static Scenario scenario(Story story) {
        Scenario office = ScenarioFile.office().first(3);
        return new Scenario(
                office.name(),
                office.network(),
                office.pcs().stream().map(pc -> at(pc, story.logons().get(pc.name()))).toList(),
                office.notes());
    }

    private static ScenarioPc at(ScenarioPc pc, @Nullable Integer seconds) {
        return new ScenarioPc(
                pc.name(),
                pc.address(),
                pc.accounts(),
                pc.loggedOn(),
                pc.shares(),
                pc.documents(),
                Optional.ofNullable(seconds).map(Duration::ofSeconds));
    }

    private static RunDirectory run(Story story) {
        Lab lab = new Lab(System.getenv(), CHECKOUT, Progress.silent());
        Path examples = Examples.build(lab.home(), CHECKOUT.resolve("examples"), Progress.silent());
        SpecimenFile specimen =
                SpecimenFile.examine(examples.resolve("spread.exe"), Limits.standard());
        return lab.runner()
                .run(
                        new RunRequest(
                                specimen,
                                story.arguments(),
                                Timing.of(Duration.ofMinutes(5)),
                                RunRequest.profileFor(specimen),
                                runs,
                                TrustStore.empty(),
                                Optional.empty(),
                                scenario(story),
                                Optional.empty()));
    }

    private static List<MarkIIRecord> log(RunDirectory run) {
        try (MarkIIReader reader = MarkIIReader.open(run.log(run.manifest().specimen().sha256()));
                Stream<Line> lines = reader.lines()) {
            return lines.map(line -> ((Line.Entry) line).record()).toList();
        }
    }
}
