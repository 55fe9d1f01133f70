package org.tsurutus.farm.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.farm.run.Rebuild;
import org.tsurutus.farm.run.RunDirectory;
import org.tsurutus.farm.run.RunManifest;
import org.tsurutus.farm.run.RunRequest;
import org.tsurutus.farm.run.TrustedRoots;
import org.tsurutus.markii.MarkIIRecord;

/// The disk is looked at while the specimen acts.
@Tag("guest")
class CheckpointRunTest {
    @TempDir Path folder;

    @Test
    void aSectorThatIsOverwrittenTwiceIsTwoRecordsWhereACheckpointLiesBetween() throws IOException {
        RunRequest request =
                RealLab.request(
                                RealLab.examples().resolve("mbrwriter.exe"),
                                "twice",
                                Duration.ofMinutes(4),
                                folder.resolve("runs"))
                        .withCheckpoints(Duration.ofSeconds(8));

        RunDirectory run = RealLab.LAB.runner().run(request);

        RunManifest manifest = run.manifest();
        assertThat(manifest.end().orElseThrow().exitCode()).hasValue(0L);
        assertThat(manifest.stages())
                .filteredOn(stage -> stage.name().equals("checkpoint"))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(
                        stage -> assertThat(stage.outcome()).as(stage.detail()).isEqualTo("ok"));
        assertThat(manifest.stages())
                .filteredOn(stage -> stage.name().equals("rollback"))
                .singleElement()
                .satisfies(stage -> assertThat(stage.detail()).isEmpty());

        List<MarkIIRecord> writes =
                RealLab.log(run).stream().filter(CheckpointRunTest::isSectorWrite).toList();
        assertThat(writes).hasSize(2);
        assertThat(writes.getFirst().time()).isBefore(writes.getLast().time());
        assertThat(writes).extracting(each -> each.value("lba")).containsOnly(Optional.of("0"));
        assertThat(writes).extracting(each -> each.value("newSha256")).doesNotHaveDuplicates();
        assertThat(sector(run, "before")).doesNotStartWith("TSURUTUS EXAMPLE");
        assertThat(sector(run, "checkpoint-1")).startsWith("TSURUTUS EXAMPLE MBR\0");
        assertThat(sector(run, "after")).startsWith("TSURUTUS EXAMPLE MBR, AGAIN\0");

        assertThat(
                        new Rebuild(run)
                                .write(
                                        TrustedRoots.of(RealLab.LAB.home(), List.of()),
                                        folder,
                                        OutputStream.nullOutputStream())
                                .isIdentical())
                .isTrue();
    }

    private static boolean isSectorWrite(MarkIIRecord each) {
        return each.kind().equals("disk/write") && each.value("newSha256").isPresent();
    }

    private static String sector(RunDirectory run, String moment) throws IOException {
        return new String(
                Files.readAllBytes(run.disk().resolve("sector0." + moment)),
                StandardCharsets.ISO_8859_1);
    }
}
