package org.tsurutus.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.markii.Field;
import org.tsurutus.markii.MarkIIRecord;

class WineSensorProcessesTest {
    private static final String NONE = "hstdin=0000,hstdout=0000,hstderr=0000";
    private static final String INHERIT = "00000004";

    @TempDir private Path directory;
    private final Guest guest = new Guest();

    @BeforeEach
    void aProgramRuns() {
        guest.started("0094", "0098", "C:\\spec.exe");
    }

    @Test
    void aChildNamesItsParentAndItsArguments() {
        guest.child("0098", "00000000", NONE, "011c", "0120");
        Run run = run();
        MarkIIRecord parent = run.of("ps/start").getFirst();
        MarkIIRecord child = run.of("ps/start").getLast();
        assertThat(child.value("parentGUID")).isEqualTo(parent.value("psGUID"));
        assertThat(child.value("parentPath")).contains("C:\\spec.exe");
        assertThat(child.value("psID")).contains("284");
        assertThat(child.value("cmd")).contains("one \"two\"");
        assertThat(parent.value("parentGUID")).isEmpty();
        assertThat(parent.value("cmd")).isEmpty();
    }

    @Test
    void keysStandInTheUsualOrder() {
        guest.child("0098", "00000000", NONE, "011c", "0120");
        MarkIIRecord child = run().of("ps/start").getLast();
        assertThat(child.fields().stream().map(Field::key))
                .containsExactly(
                        "loc type sn lv evt subEvt os com domain profile tmid csid ip mac usr usrDomain sessionID psGUID psPath cmd psID parentGUID parentPath psUser psDomain"
                                .split(" "));
        assertThat(child.value("ip")).contains("10.0.2.15,fe80::1");
        assertThat(child.value("sessionID")).contains("1");
        assertThat(child.time().getOffset()).isEqualTo(Run.PC.zone());
    }

    @Test
    void aFailedStartIsNone() {
        guest.trace(
                "0098: new_process( token=0000, debug=0000, parent_process=0000, flags=00000000,"
                        + " handles={}, jobs={}, info={hstdin=0000,hstdout=0000,hstderr=0000,"
                        + "imagepath=L\"C:\\\\no.exe\",cmdline=L\"no\"}, env=L\"\" )",
                "0098: new_process() = ACCESS_DENIED { info=0000, pid=0000, handle=0000 }");
        assertThat(run().values("ps/start", "psPath")).containsExactly("C:\\spec.exe");
    }

    @Test
    void numbersThatAreUsedAgainNameAnotherProcess() {
        guest.child("0098", "00000000", NONE, "011c", "0120")
                .trace("0120: *killed* exit_code=0", "011c: *process killed*")
                .child("0098", "00000000", NONE, "011c", "0120")
                .open("0120", "40100080", 5, "60", "C:\\second", "0064")
                .close("0120", "0064")
                .closed("/wine/drive_c/second", "x");
        Run run = run();
        List<String> children = run.values("ps/start", "psGUID").subList(1, 3);
        assertThat(new TreeSet<>(children)).hasSize(2);
        assertThat(run.values("ps/stop", "psGUID")).containsExactly(children.getFirst());
        assertThat(run.values("file/close", "psGUID")).containsExactly(children.getLast());
    }

    @Test
    void aThreadNumberMayMoveToAnotherProcess() {
        guest.child("0098", "00000000", NONE, "011c", "0120")
                .call(
                        "0120",
                        "new_thread",
                        "process=ffffffff, access=001fffff, flags=00000001, request_fd=9",
                        "tid=0124, handle=0008")
                .trace("0124: *killed* exit_code=0")
                .call(
                        "0098",
                        "new_thread",
                        "process=ffffffff, access=001fffff, flags=00000001, request_fd=9",
                        "tid=0124, handle=0008")
                .call("0124", "open_key", key("\\\\Registry\\\\Machine\\\\Software"), "hkey=0010")
                .call("0124", "delete_key", "hkey=0010", "");
        Run run = run();
        assertThat(run.values("reg/delKey", "psPath")).containsExactly("C:\\spec.exe");
        assertThat(run.of("ps/stop")).isEmpty();
    }

    @Test
    void aProcessEndsWithItsLastThread() {
        guest.call(
                        "0098",
                        "new_thread",
                        "process=ffffffff, access=001fffff, flags=00000001, request_fd=9",
                        "tid=00a0, handle=0008")
                .trace("0098: *killed* exit_code=0");
        assertThat(run().of("ps/stop")).isEmpty();
        guest.trace("00a0: *killed* exit_code=0");
        assertThat(run().of("ps/stop")).hasSize(1);
    }

    @Test
    void anInheritedHandleIsClosedByWhoHeldItLast() {
        guest.openRequest("0098", "40100080", 5, "60", "00000042", "C:\\out.txt")
                .created("/wine/drive_c/out.txt")
                .reply("0098", "create_file", "handle=0064")
                .child("0098", INHERIT, "hstdin=0000,hstdout=0064,hstderr=0000", "011c", "0120")
                .close("0098", "0064")
                .trace("0120: *killed* exit_code=0")
                .closed("/wine/drive_c/out.txt", "hello");
        Run run = run();
        assertThat(run.values("file/create", "psPath")).containsExactly("C:\\spec.exe");
        assertThat(run.values("file/close", "psPath")).containsExactly("C:\\windows\\child.exe");
        assertThat(run.values("file/close", "new")).containsExactly("1");
    }

    @Test
    void aHandleThatIsNotInheritableStays() {
        guest.open("0098", "40100080", 5, "60", "C:\\out.txt", "0064")
                .child("0098", INHERIT, NONE, "011c", "0120")
                .close("0098", "0064")
                .closed("/wine/drive_c/out.txt", "hello");
        assertThat(run().values("file/close", "psPath")).containsExactly("C:\\spec.exe");
    }

    @Test
    void aHandleMadeInheritableGoesAlong() {
        guest.open("0098", "40100080", 5, "60", "C:\\out.txt", "0064")
                .call("0098", "set_handle_info", "handle=0064, flags=1, mask=1", "old_flags=0")
                .child("0098", INHERIT, NONE, "011c", "0120")
                .close("0098", "0064")
                .close("0120", "0064")
                .closed("/wine/drive_c/out.txt", "hello");
        assertThat(run().values("file/close", "psPath")).containsExactly("C:\\windows\\child.exe");
    }

    @Test
    void standardHandlesGoAlongUnderNewNumbersWithoutInheritance() {
        guest.open("0098", "40100080", 5, "60", "C:\\out.txt", "0064")
                .child("0098", "00000000", "hstdin=0000,hstdout=0064,hstderr=0000", "011c", "0120")
                .call(
                        "0120",
                        "get_startup_info",
                        "",
                        "info_size=302, info={hstdin=0000,hstdout=0004,hstderr=0000}, env=L\"\"")
                .close("0098", "0064")
                .close("0120", "0004")
                .closed("/wine/drive_c/out.txt", "hello");
        assertThat(run().values("file/close", "psPath")).containsExactly("C:\\windows\\child.exe");
    }

    @Test
    void aHandleMayBeMovedIntoAnotherProcess() {
        guest.open("0098", "40100080", 5, "60", "C:\\out.txt", "0064")
                .child("0098", "00000000", NONE, "011c", "0120")
                .call(
                        "0098",
                        "dup_handle",
                        "src_process=ffffffff, src_handle=0064, dst_process=0e04, access=00000000,"
                                + " attributes=00000000, options=00000003",
                        "handle=0010")
                .close("0120", "0010")
                .closed("/wine/drive_c/out.txt", "hello");
        assertThat(run().values("file/close", "psPath")).containsExactly("C:\\windows\\child.exe");
    }

    @Test
    void whatWasBeforeRecordingIsLearnedAndNotWritten() {
        guest.open("0098", "40100080", 5, "60", "C:\\early", "0064")
                .close("0098", "0064")
                .closed("/wine/drive_c/early", "x");
        Run run = new Run(directory, Map.of());
        guest.facts().forEach(run.sensor::accept);
        assertThat(run.records).isEmpty();
        run.sensor.startRecording(Run.GO, guest.nanos());
        MarkIIRecord running = run.only("ps/run");
        assertThat(running.value("psPath")).contains("C:\\spec.exe");
        assertThat(running.value("sn")).contains("1");
        assertThat(running.time().toInstant()).isEqualTo(Run.GO.truncatedTo(ChronoUnit.MILLIS));
        int before = guest.facts().size();
        guest.trace("0098: *killed* exit_code=0");
        guest.facts().stream().skip(before).forEach(run.sensor::accept);
        MarkIIRecord stop = run.only("ps/stop");
        assertThat(stop.value("psGUID")).isEqualTo(running.value("psGUID"));
        assertThat(stop.time().toInstant())
                .isEqualTo(Run.GO.truncatedTo(ChronoUnit.MILLIS).plusMillis(1));
        assertThat(run.sensor.counts().records())
                .containsOnly(Map.entry("ps/run", 1L), Map.entry("ps/stop", 1L));
    }

    @Test
    void descendantsAreFoundThroughDeadParents() {
        guest.child("0098", "00000000", NONE, "011c", "0120")
                .child("0120", "00000000", NONE, "0130", "0134")
                .trace("0120: *killed* exit_code=0");
        Run run = run();
        assertThat(run.sensor.liveUnder("c:\\SPEC.exe")).isEqualTo(1);
        assertThat(run.sensor.startedUnder("C:\\spec.exe")).isEqualTo(2);
        assertThat(run.sensor.startedBy("C:\\spec.exe"))
                .singleElement()
                .satisfies(child -> {
                    assertThat(child.path()).isEqualTo("C:\\windows\\child.exe");
                    assertThat(child.arguments()).isEqualTo("one \"two\"");
                    assertThat(child.parentGuid())
                            .isEqualTo(run.values("ps/start", "psGUID").getFirst());
                });
        assertThat(run.sensor.liveUnder("C:\\other.exe")).isZero();
    }

    @Test
    void theSameFactsGiveTheSameLog() {
        guest.child("0098", "00000000", NONE, "011c", "0120").trace("0120: *killed* exit_code=0");
        assertThat(run().records).isEqualTo(run().records);
        assertThat(run().values("ps/start", "psGUID"))
                .allMatch(guid ->
                        guid.matches(
                                "\\{[0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}}"));
    }

    @Test
    void actsOfThreadsNobodyKnowsAreCounted() {
        guest.close("0777", "0004");
        assertThat(run().gap("acts of unknown threads")).isEqualTo(1);
    }

    @Test
    void allGapsAreNamedInOrderEvenWhenThereAreNone() {
        assertThat(run().sensor.gaps())
                .containsExactly(
                        Map.entry("frames missing", 0L),
                        Map.entry("frames cut", 0L),
                        Map.entry("bytes skipped", 0L),
                        Map.entry("trace lines cut", 0L),
                        Map.entry("trace lines not understood", 0L),
                        Map.entry("acts of unknown threads", 0L),
                        Map.entry("registry values cut by the trace", 0L),
                        Map.entry("closes without a process", 0L),
                        Map.entry("creations without a process", 0L),
                        Map.entry("deletions without a process", 0L),
                        Map.entry("kernel queue overflows", 0L),
                        Map.entry("names that were gone when asked for", 0L),
                        Map.entry("files cut or not kept", 0L),
                        Map.entry("entries forgotten for lack of room", 0L));
    }

    private static String key(String name) {
        return "parent=0000, access=00020019, attributes=00000040, name=L\"" + name + "\"";
    }

    private Run run() {
        return Run.of(directory, guest.facts());
    }
}
