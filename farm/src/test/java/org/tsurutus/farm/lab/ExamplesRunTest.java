package org.tsurutus.farm.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsurutus.farm.examples.Declaration;
import org.tsurutus.farm.run.RunDirectory;
import org.tsurutus.markii.MarkIIRecord;
import tools.jackson.databind.json.JsonMapper;

/// Every example is run on the real guest and its log is compared with what it declares.
@Tag("guest")
class ExamplesRunTest {
    @TempDir Path runs;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "greeter.exe",
                "counter.dll",
                "hello.bat",
                "hello.vbs",
                "hello.js",
                "caller.exe",
                "probe.exe",
                "mbrwriter.exe",
                "greeter64.exe"
            })
    void theLogShowsEveryActThatTheExampleDeclares(String name) throws IOException {
        ExampleRun example = ExampleRun.of(name, runs);
        RunDirectory run = example.run();
        List<MarkIIRecord> log = example.log();

        example.assertDoneAsDeclared();
        assertThat(run.manifest().gaps().byReason())
                .allSatisfy((reason, count) -> assertThat(count).as(reason).isZero());
        assertThat(clickedLabels(run)).isEqualTo(example.declaration().clicks());
        assertThat(changedSectors(log)).isEqualTo(example.declaration().disk());
        processesAreUniqueAndJoined(log);
        droppedFilesAreKept(run, log);
    }

    private static List<String> clickedLabels(RunDirectory run) throws IOException {
        JsonMapper json = new JsonMapper();
        return Files.exists(run.clicks())
                ? Files.readAllLines(run.clicks()).stream()
                        .map(line -> json.readTree(line).path("label").asString())
                        .toList()
                : List.of();
    }

    private static List<Declaration.DiskChange> changedSectors(List<MarkIIRecord> log) {
        return log.stream()
                .filter(record -> record.kind().equals("disk/write"))
                .map(record ->
                        new Declaration.DiskChange(
                                Long.parseLong(record.value("lba", "")),
                                Long.parseLong(record.value("sectors", ""))))
                .toList();
    }

    private static void processesAreUniqueAndJoined(List<MarkIIRecord> log) {
        Set<String> guids = new HashSet<>();
        for (MarkIIRecord record : log) {
            if (record.kind().equals("ps/start") || record.kind().equals("ps/run")) {
                assertThat(guids.add(record.value("psGUID", ""))).as("unique: %s", record).isTrue();
            }
        }
        assertThat(log)
                .filteredOn(record -> record.kind().equals("ps/start"))
                .allSatisfy(
                        record -> assertThat(guids).contains(record.value("parentGUID", "none")));
    }

    private static void droppedFilesAreKept(RunDirectory run, List<MarkIIRecord> log) {
        assertThat(log)
                .filteredOn(record -> record.kind().equals("file/close"))
                .allSatisfy(record ->
                        assertThat(run.files().resolve(record.value("sha256", "none")))
                                .exists()
                                .satisfies(file ->
                                        assertThat(Files.getPosixFilePermissions(file))
                                                .doesNotContain(PosixFilePermission.OWNER_EXECUTE))
                                .hasSize(Long.parseLong(record.value("size", "-1"))));
    }
}
