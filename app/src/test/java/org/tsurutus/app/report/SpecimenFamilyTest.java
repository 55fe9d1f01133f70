package org.tsurutus.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tsurutus.hunt.ProcessKey;
import org.tsurutus.hunt.ProcessNode;
import org.tsurutus.hunt.ProcessTree;
import org.tsurutus.markii.MarkIIRecord;

class SpecimenFamilyTest {
    private static final MarkIIRecord LAUNCHER =
            start("launcher", "C:\\Tsurutus\\Launch.exe", "init");
    private static final MarkIIRecord SPECIMEN = start("specimen", "C:\\a.exe", "launcher");

    @Test
    void theFamilyIsWhatDescendsFromTheLauncherWithoutTheLauncher() {
        SpecimenFamily family =
                family(
                        start("other", "C:\\windows\\explorer.exe", "init"),
                        LAUNCHER,
                        SPECIMEN,
                        start("child", "C:\\b.exe", "specimen"));

        assertThat(family.roots()).extracting(ProcessNode::guid).containsExactly("specimen");
        assertThat(family.size()).isEqualTo(2);
        assertThat(family.member(LAUNCHER)).isEmpty();
        assertThat(family.member(SPECIMEN)).isPresent();
    }

    @Test
    void aCopyOfTheLauncherDoesNotHideWhatTheSpecimenStarts() {
        MarkIIRecord copy = start("copy", "C:\\evil\\tsurutus\\launch.exe", "specimen");
        SpecimenFamily family =
                family(LAUNCHER, SPECIMEN, copy, start("hidden", "C:\\b.exe", "copy"));

        assertThat(family.roots()).extracting(ProcessNode::guid).containsExactly("specimen");
        assertThat(family.member(copy)).isPresent();
        assertThat(family.size()).isEqualTo(3);
    }

    @Test
    void withoutALauncherThereIsNoFamily() {
        assertThat(family(start("a", "C:\\notsurutus-launch.exe", "b")).roots()).isEmpty();
    }

    @Test
    void whatBeganBecauseOfAnotherPcBelongsToTheFamily() {
        MarkIIRecord host = start("host", "C:\\windows\\system32\\tsurusvc.exe", "init");
        MarkIIRecord arrived = start("arrived", "C:\\b.exe", "host");
        SpecimenFamily family =
                SpecimenFamily.of(
                        ProcessTree.of(
                                List.of(
                                        LAUNCHER,
                                        SPECIMEN,
                                        host,
                                        arrived,
                                        start("child", "C:\\c.exe", "arrived"))),
                        Set.of(new ProcessKey("t", "arrived"), new ProcessKey("t", "specimen")));

        assertThat(family.roots())
                .extracting(ProcessNode::guid)
                .containsExactlyInAnyOrder("specimen", "arrived");
        assertThat(family.size()).isEqualTo(3);
        assertThat(family.member(host)).isEmpty();
    }

    private static SpecimenFamily family(MarkIIRecord... records) {
        return SpecimenFamily.of(ProcessTree.of(List.of(records)), Set.of());
    }

    private static MarkIIRecord start(String guid, String path, String parent) {
        return MarkIIRecord.at(OffsetDateTime.parse("2026-11-22T21:00:00+09:00"))
                .put("evt", "ps")
                .put("subEvt", "start")
                .put("tmid", "t")
                .put("psGUID", guid)
                .put("psPath", path)
                .put("parentGUID", parent)
                .build();
    }
}
