package org.tsurutus.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsurutus.sensor.Guest.SPEC;
import static org.tsurutus.sensor.Guest.SPEC_PID;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.sensor.trace.Call;
import org.tsurutus.sensor.trace.Fields;

class WineSensorInjectionTest {
    private static final Child CHILD = Child.of(0x11c, 21);
    private static final int PROCESS = Guest.processHandle(CHILD.pid());
    private static final int THREAD = Guest.threadHandle(CHILD.pid());
    private static final int NO_INJECTION = 9;

    @TempDir private Path directory;
    private final Guest guest = new Guest().specimen();

    @ParameterizedTest
    @CsvSource({
        "1,QueueUserAPC",
        "3,VirtualAllocEx",
        "4,VirtualAllocEx",
        "7,VirtualProtectEx",
        "11,MapViewOfSection",
        "13,CreateRemoteThread",
    })
    void whatTheTargetIsAskedToDoNamesTheFunction(int type, String function) {
        guest.child(SPEC, CHILD);
        apc(SPEC, PROCESS, type);
        Run run = run();
        MarkIIRecord inject = run.only("ps/inject");
        assertThat(inject.value("api")).contains(function);
        assertThat(inject.value("psPath")).contains("C:\\spec.exe");
        assertThat(inject.value("tpsPath")).contains(Child.IMAGE);
        assertThat(inject.value("tpsGUID")).isEqualTo(run.of("ps/start").getLast().value("psGUID"));
    }

    @Test
    void memoryIsWrittenAndThreadsAreTurnedThroughTheirHandles() {
        guest.child(SPEC, CHILD);
        reach(SPEC, Call.WRITE_PROCESS_MEMORY, PROCESS);
        reach(SPEC, Call.SET_THREAD_CONTEXT, THREAD);
        assertThat(run().values("ps/inject", "api"))
                .containsExactly("WriteProcessMemory", "SetThreadContext");
    }

    @Test
    void aProcessAndAThreadMayBeOpenedByTheirNumbers() {
        guest.child(SPEC, CHILD)
                .call(21, Call.OPEN_PROCESS, Fields.of("pid", SPEC_PID), Fields.of("handle", 0x64))
                .call(
                        21,
                        Call.OPEN_THREAD,
                        Fields.of("tid", Guest.threadId(SPEC_PID)),
                        Fields.of("handle", 0x68));
        reach(21, Call.WRITE_PROCESS_MEMORY, 0x64);
        reach(21, Call.SET_THREAD_CONTEXT, 0x68);
        assertThat(run().values("ps/inject", "tpsPath"))
                .containsExactly("C:\\spec.exe", "C:\\spec.exe");
    }

    @Test
    void whatAProcessDoesToItselfIsNone() {
        guest.thread(SPEC, -1, 22, 0xa0, 0x68)
                .call(
                        SPEC,
                        Call.OPEN_PROCESS,
                        Fields.of("pid", SPEC_PID),
                        Fields.of("handle", 0x64));
        reach(SPEC, Call.WRITE_PROCESS_MEMORY, 0x64);
        reach(SPEC, Call.WRITE_PROCESS_MEMORY, -1);
        reach(SPEC, Call.SET_THREAD_CONTEXT, 0x68);
        apc(SPEC, 0x68, 1);
        assertThat(run().of("ps/inject")).isEmpty();
    }

    @Test
    void aParentPreparesItsChildUntilItHasBegun() {
        guest.prepared(SPEC, CHILD);
        reach(SPEC, Call.WRITE_PROCESS_MEMORY, PROCESS);
        apc(SPEC, PROCESS, 3);
        guest.begun(CHILD.pid(), CHILD.thread());
        reach(SPEC, Call.WRITE_PROCESS_MEMORY, PROCESS);
        assertThat(run().values("ps/inject", "api")).containsExactly("WriteProcessMemory");
    }

    @Test
    void whatReadsOrHasNoKnownTargetIsNone() {
        guest.child(SPEC, CHILD);
        apc(SPEC, PROCESS, NO_INJECTION);
        reach(SPEC, Call.WRITE_PROCESS_MEMORY, 0x999);
        new GuestRegistry(guest, SPEC).open(0, "\\Registry\\Machine", 0x64);
        reach(SPEC, Call.WRITE_PROCESS_MEMORY, 0x64);
        Run run = run();
        assertThat(run.of("ps/inject")).isEmpty();
        run.hasNoGaps();
    }

    private void apc(int thread, int handle, int type) {
        Fields request = Fields.of("handle", handle).and("type", type);
        guest.call(thread, Call.QUEUE_APC, request, Fields.none());
    }

    private void reach(int thread, Call call, int handle) {
        guest.call(thread, call, Fields.of("handle", handle), Fields.none());
    }

    private Run run() {
        return Run.of(directory, guest.facts());
    }
}
