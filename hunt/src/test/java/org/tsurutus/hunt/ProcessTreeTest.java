package org.tsurutus.hunt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tsurutus.hunt.Records.of;
import static org.tsurutus.hunt.Records.start;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tsurutus.hunt.ProcessNode.Evidence;
import org.tsurutus.markii.Field;
import org.tsurutus.markii.MarkIIRecord;

class ProcessTreeTest {
    @Test
    void processesHangUnderTheirParentsByAge() {
        ProcessTree tree =
                ProcessTree.of(
                        List.of(
                                start(3, "late", "C:\\late.exe", "top"),
                                start(1, "top", "C:\\top.exe", ""),
                                start(2, "early", "C:\\early.exe", "top"),
                                start(4, "deep", "C:\\deep.exe", "early")));

        assertThat(tree.processes())
                .extracting(ProcessNode::guid)
                .containsExactly("top", "early", "deep", "late");
        assertThat(tree.roots()).hasSize(1);
    }

    @Test
    void siblingsOfOneMillisecondStandBySerialNumber() {
        List<MarkIIRecord> records = new ArrayList<>();
        for (int serial : List.of(30, 4, 100)) {
            MarkIIRecord record = start(1, "p" + serial, "C:\\p.exe", "top");
            List<Field> fields = new ArrayList<>(record.fields());
            fields.set(0, new Field("sn", Integer.toString(serial), false));
            records.add(new MarkIIRecord(record.time(), fields));
        }

        assertThat(ProcessTree.of(records).roots().getFirst().children())
                .extracting(ProcessNode::guid)
                .containsExactly("p4", "p30", "p100");
    }

    @Test
    void aNodeTellsWhatTheLogKnows() {
        ProcessNode node =
                ProcessTree.of(
                                Stream.of(
                                        of(9, "ps", "stop", "a", "C:\\a.exe").build(),
                                        start(2, "a", "C:\\a.exe", ""),
                                        of(3, "file", "close", "a", "C:\\a.exe").build(),
                                        of(4, "file", "close", "a", "C:\\renamed.exe").build(),
                                        of(5, "reg", "setVal", "a", "C:\\a.exe").build()))
                        .roots()
                        .getFirst();

        assertThat(node.path()).isEqualTo("C:\\a.exe");
        assertThat(node.arguments()).isEqualTo("--of a");
        assertThat(node.pid()).contains(102L);
        assertThat(node.user()).isEqualTo("user");
        assertThat(node.evidence()).isEqualTo(Evidence.STARTED);
        assertThat(node.start().orElseThrow()).isEqualTo("2026-11-22T12:00:02+09:00");
        assertThat(node.stop().orElseThrow()).isEqualTo("2026-11-22T12:00:09+09:00");
        assertThat(node.events())
                .containsExactly(
                        Map.entry("file/close", 2L),
                        Map.entry("ps/start", 1L),
                        Map.entry("ps/stop", 1L),
                        Map.entry("reg/setVal", 1L));
    }

    @Test
    void aParentThatWasNeverObservedIsNamedByItsChild() {
        ProcessNode root =
                ProcessTree.of(List.of(start(1, "child", "C:\\child.exe", "gone")))
                        .roots()
                        .getFirst();

        assertThat(root.guid()).isEqualTo("gone");
        assertThat(root.path()).isEqualTo("C:\\gone.exe");
        assertThat(root.evidence()).isEqualTo(Evidence.NAMED_AS_PARENT);
        assertThat(root.start()).isEmpty();
        assertThat(root.children()).extracting(ProcessNode::guid).containsExactly("child");
    }

    @Test
    void aProcessThatOnlyActsGetsANode() {
        ProcessNode root =
                ProcessTree.of(List.of(of(1, "net", "con", "n", "C:\\n.exe").build()))
                        .roots()
                        .getFirst();

        assertThat(root.evidence()).isEqualTo(Evidence.ACTING);
        assertThat(root.path()).isEqualTo("C:\\n.exe");
        assertThat(root.pid()).isEqualTo(Optional.empty());
    }

    @Test
    void anEndWithoutABeginningIsNoLifetime() {
        ProcessNode root =
                ProcessTree.of(List.of(of(1, "ps", "stop", "n", "C:\\n.exe").build()))
                        .roots()
                        .getFirst();

        assertThat(root.stop()).isEmpty();
    }

    @Test
    void aCircleIsCutAtItsOldestProcess() {
        ProcessTree tree =
                ProcessTree.of(
                        List.of(
                                start(5, "hanging", "C:\\h.exe", "c"),
                                start(3, "c", "C:\\c.exe", "b"),
                                start(2, "b", "C:\\b.exe", "a"),
                                start(1, "a", "C:\\a.exe", "c"),
                                start(4, "self", "C:\\s.exe", "self")));

        assertThat(tree.roots()).extracting(ProcessNode::guid).containsExactly("a", "self");
        assertThat(tree.processes())
                .extracting(ProcessNode::guid)
                .containsExactly("a", "b", "c", "hanging", "self");
    }

    @Test
    void terminalsDoNotShareProcesses() {
        MarkIIRecord here = start(1, "a", "C:\\a.exe", "");
        List<Field> fields = new ArrayList<>(start(2, "b", "C:\\b.exe", "a").fields());
        fields.replaceAll(
                field -> field.key().equals("tmid") ? new Field("tmid", "t2", false) : field);
        MarkIIRecord there = new MarkIIRecord(here.time().plusSeconds(1), fields);

        assertThat(ProcessTree.of(List.of(here, there)).processes())
                .extracting(ProcessNode::terminal, ProcessNode::guid)
                .containsExactly(tuple("t1", "a"), tuple("t2", "a"), tuple("t2", "b"));
    }

    @Test
    void recordsWithoutAProcessAreLeftOut() {
        MarkIIRecord session =
                MarkIIRecord.at(here()).put("evt", "session").put("subEvt", "login").build();

        assertThat(ProcessTree.of(List.of(session)).roots()).isEmpty();
    }

    @Test
    void theOrderOfTheRecordsDoesNotMatter() {
        List<MarkIIRecord> records = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            records.add(start(i, "p" + i, "C:\\p.exe", i == 0 ? "" : "p" + i / 3));
        }
        ProcessTree inOrder = ProcessTree.of(records);
        long seed = System.nanoTime();
        Collections.shuffle(records, new SplittableRandom(seed));

        assertThat(ProcessTree.of(records)).as("seed %d", seed).isEqualTo(inOrder);
    }

    @Test
    void aChainDeeperThanAnyStackIsATree() {
        List<MarkIIRecord> records = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            records.add(start(i, "p" + i, "C:\\p.exe", "p" + (i - 1)));
        }

        ProcessTree tree = ProcessTree.of(records);

        Set<String> guids = tree.processes().map(ProcessNode::guid).collect(Collectors.toSet());
        assertThat(guids).hasSize(50_001);
        assertThat(ProcessTreeText.of(tree)).contains("… level 50000: C:\\p.exe");
    }

    private static OffsetDateTime here() {
        return start(0, "a", "", "").time();
    }
}
