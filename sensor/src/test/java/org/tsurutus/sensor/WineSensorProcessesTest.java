package org.tsurutus.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsurutus.sensor.Guest.SPEC;

import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.markii.Field;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.sensor.trace.Call;
import org.tsurutus.sensor.trace.Fields;

class WineSensorProcessesTest {
    private static final int OWN_PROCESS = -1;
    private static final int ACCESS_DENIED = 0xc0000022;
    private static final Child CHILD = Child.of(0x11c, 21);

    @TempDir private Path directory;
    private final Guest guest = new Guest().specimen();

    @Test
    void aChildThatNeverGotAThreadIsGoneWhenItsMakerLetsItGo() {
        guest.made(SPEC, CHILD).closeHandle(SPEC, Guest.processHandle(CHILD.pid()));
        Run run = run();
        assertThat(run.values("ps/stop", "psPath")).contains(Child.IMAGE);
        assertThat(run.sensor.liveUnder(Guest.SPEC_IMAGE)).isZero();
    }

    @Test
    void aChildThatRunsOutlivesTheHandleOfItsMaker() {
        guest.child(SPEC, CHILD).closeHandle(SPEC, Guest.processHandle(CHILD.pid()));
        assertThat(run().values("ps/stop", "psPath")).doesNotContain(Child.IMAGE);
    }

    @Test
    void endingTheSessionIsToldAsWhatItIs() {
        Child wineboot = CHILD.withImage("C:\\windows\\system32\\wineboot.exe");
        guest.child(SPEC, wineboot.withCommandLine("wineboot.exe --end-session --shutdown"));
        Run run = run();
        assertThat(run.only("session/logout").value("sessionID")).isPresent();
        assertThat(run.of("os/stop")).isEmpty();
    }

    @Test
    void startingWindowsAgainEndsTheSessionToo() {
        Child wineboot = CHILD.withImage("C:\\windows\\system32\\wineboot.exe");
        guest.child(SPEC, wineboot.withCommandLine("wineboot.exe --end-session"))
                .child(SPEC, Child.of(0x130, 22).withCommandLine("wineboot.exe --end-session"));
        Run run = run();
        assertThat(run.of("session/logout")).hasSize(1);
        assertThat(run.of("os/stop")).hasSize(1);
        assertThat(run.of("os/start")).hasSize(1);
    }

    @Test
    void aChildNamesItsParentAndItsArguments() {
        guest.child(SPEC, CHILD);
        Run run = run();
        MarkIIRecord parent = run.of("ps/start").getFirst();
        MarkIIRecord child = run.of("ps/start").getLast();
        assertThat(child.value("parentGUID")).isEqualTo(parent.value("psGUID"));
        assertThat(child.value("parentPath")).contains("C:\\spec.exe");
        assertThat(child.value("psID")).contains("284");
        assertThat(child.value("cmd")).contains("one \"two\"");
        assertThat(parent.value("parentGUID")).isEmpty();
        assertThat(parent.value("cmd")).isEmpty();
        run.hasNoGaps();
    }

    @Test
    void keysStandInTheUsualOrder() {
        guest.child(SPEC, CHILD);
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
    void numbersRunFromOneInTheOrderOfTime() {
        guest.child(SPEC, CHILD).dies(21).dies(SPEC);
        Run run = run();
        assertThat(run.records)
                .extracting(record -> record.value("sn", "-"))
                .containsExactly("1", "2", "3", "4");
        assertThat(run.records).extracting(MarkIIRecord::time).isSorted();
    }

    @Test
    void aFailedStartIsNone() {
        guest.call(SPEC, Call.NEW_PROCESS, Fields.none(), ACCESS_DENIED, Fields.none());
        Run run = run();
        assertThat(run.values("ps/start", "psPath")).containsExactly("C:\\spec.exe");
    }

    @Test
    void numbersThatAreUsedAgainNameAnotherProcess() {
        Opening second = Opening.writing("C:\\second", 0x64);
        guest.child(SPEC, CHILD).dies(21).child(SPEC, CHILD).write(21, second, "x");
        Run run = run();
        List<String> children = run.values("ps/start", "psGUID").subList(1, 3);
        assertThat(children).doesNotHaveDuplicates();
        assertThat(run.values("ps/stop", "psGUID")).containsExactly(children.getFirst());
        assertThat(run.values("file/close", "psGUID")).containsExactly(children.getLast());
    }

    @Test
    void aProcessIdThatComesAgainEndsTheProcessThatHadIt() {
        guest.child(SPEC, CHILD).child(SPEC, Child.of(0x11c, 22)).dies(21);
        Run run = run();
        List<String> children = run.values("ps/start", "psGUID").subList(1, 3);
        assertThat(children).doesNotHaveDuplicates();
        assertThat(run.values("ps/stop", "psGUID")).containsExactly(children.getFirst());
    }

    @Test
    void aThreadsPipeMayMoveToAnotherProcess() {
        guest.child(SPEC, CHILD)
                .thread(21, OWN_PROCESS, 22, 0x200, 8)
                .dies(22)
                .thread(SPEC, OWN_PROCESS, 22, 0x204, 8);
        new GuestRegistry(guest, 22).open(0, "\\Registry\\Machine\\Software", 16).delete(16);
        Run run = run();
        assertThat(run.values("reg/delKey", "psPath")).containsExactly("C:\\spec.exe");
        assertThat(run.of("ps/stop")).isEmpty();
    }

    @Test
    void aPipeIsTheNewThreadsThoughNobodyToldThatTheOldOneIsGone() {
        guest.child(SPEC, CHILD).child(SPEC, Child.of(0x200, 21).withImage("C:\\other.exe"));
        new GuestRegistry(guest, 21).open(0, "\\Registry\\Machine\\Software", 16).delete(16);
        assertThat(run().values("reg/delKey", "psPath")).containsExactly("C:\\other.exe");
    }

    @Test
    void aProcessEndsWithItsLastThread() {
        guest.thread(SPEC, OWN_PROCESS, 22, 0xa0, 8).dies(SPEC);
        assertThat(run().of("ps/stop")).isEmpty();
        guest.dies(22);
        assertThat(run().only("ps/stop").value("sTime")).contains("11/22/2026 12:04:05.001");
    }

    @Test
    void aChildThatDiesBeforeItBeginsHasStartedAndStopped() {
        guest.prepared(SPEC, CHILD).dies(21);
        Run run = run();
        assertThat(run.of("ps/start")).hasSize(2);
        assertThat(run.only("ps/stop").value("psGUID"))
                .isEqualTo(run.of("ps/start").getLast().value("psGUID"));
    }

    @Test
    void aThreadOfAProcessThatHasEndedIsNone() {
        guest.child(SPEC, CHILD)
                .dies(21)
                .thread(SPEC, Guest.processHandle(CHILD.pid()), 22, 0x200, 8)
                .dies(22);
        assertThat(run().of("ps/stop")).hasSize(1);
    }

    @Test
    void whatWasBeforeRecordingIsLearnedAndNotWritten() {
        guest.write(SPEC, Opening.writing("C:\\early", 0x64), "x");
        Run run = new Run(directory, Map.of());
        guest.facts().forEach(run.sensor::accept);
        assertThat(run.records).isEmpty();
        run.sensor.startRecording(Run.GO, guest.nanos(), Optional.empty());
        int before = guest.facts().size();
        guest.dies(SPEC);
        guest.facts().stream().skip(before).forEach(run.sensor::accept);
        run.sensor.finish();
        MarkIIRecord running = run.only("ps/run");
        assertThat(running.value("psPath")).contains("C:\\spec.exe");
        assertThat(running.value("sn")).contains("1");
        assertThat(running.time().toInstant()).isEqualTo(Run.GO.truncatedTo(ChronoUnit.MILLIS));
        MarkIIRecord stop = run.only("ps/stop");
        assertThat(stop.value("psGUID")).isEqualTo(running.value("psGUID"));
        assertThat(stop.time().toInstant())
                .isEqualTo(Run.GO.truncatedTo(ChronoUnit.MILLIS).plusMillis(1));
        assertThat(run.sensor.counts().records())
                .containsOnly(Map.entry("ps/run", 1L), Map.entry("ps/stop", 1L));
    }

    @Test
    void descendantsAreFoundThroughDeadParents() {
        guest.child(SPEC, CHILD).child(21, Child.of(0x130, 22)).dies(21);
        Run run = run();
        assertThat(run.sensor.liveUnder("c:\\SPEC.exe")).isEqualTo(1);
        assertThat(run.sensor.startedUnder("C:\\spec.exe")).isEqualTo(2);
        assertThat(run.sensor.startedBy("C:\\spec.exe"))
                .singleElement()
                .satisfies(child -> {
                    assertThat(child.path()).isEqualTo(Child.IMAGE);
                    assertThat(child.arguments()).isEqualTo("one \"two\"");
                    assertThat(child.parentGuid())
                            .isEqualTo(run.values("ps/start", "psGUID").getFirst());
                });
        assertThat(run.sensor.liveUnder("C:\\other.exe")).isZero();
    }

    @Test
    void theSameFactsGiveTheSameLog() {
        guest.child(SPEC, CHILD).dies(21);
        assertThat(run().records).isEqualTo(run().records);
        assertThat(run().values("ps/start", "psGUID"))
                .allMatch(guid ->
                        guid.matches(
                                "\\{[0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}}"));
    }

    @Test
    void actsOfThreadsNobodyKnowsAreCounted() {
        guest.closeHandle(777, 4);
        assertThat(run().gap("acts of unknown threads")).isEqualTo(1);
    }

    @Test
    void allGapsAreNamedInOrderEvenWhenThereAreNone() {
        assertThat(run().sensor.gaps().keySet())
                .containsExactly(
                        "frames missing",
                        "frames cut",
                        "bytes skipped",
                        "trace bytes skipped",
                        "trace records not understood",
                        "acts of unknown threads",
                        "values cut by the recorder",
                        "closes without a process",
                        "closes without content",
                        "closes without byte counts",
                        "names changed by no Windows program",
                        "kernel queue overflows",
                        "byte counts lost",
                        "names that were gone when asked for",
                        "files cut or not kept",
                        "entries forgotten for lack of room");
        run().hasNoGaps();
    }

    private Run run() {
        return Run.of(directory, guest.facts());
    }
}
