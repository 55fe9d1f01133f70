package org.tsurutus.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsurutus.sensor.Guest.SPEC;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.sensor.trace.Call;
import org.tsurutus.sensor.trace.DataWriter;
import org.tsurutus.sensor.trace.Fields;

/// Handles go from process to process. A key is what they stand for here, since whoever deletes a
/// key through a handle must hold it.
class WineSensorHandlesTest {
    private static final String PATH = "\\Registry\\Machine\\Software\\X";
    private static final int KEY = 0x64;
    private static final int INHERIT = 2;
    private static final int CHILD_THREAD = 21;
    private static final Child CHILD = Child.of(0x11c, CHILD_THREAD);
    private static final int CLOSE_SOURCE = 1;
    private static final int SAME_ACCESS = 2;
    private static final int SAME_ATTRIBUTES = 4;
    private static final int INVALID_HANDLE = 0xc0000008;

    @TempDir private Path directory;
    private final Guest guest = new Guest().specimen();
    private final GuestRegistry parent = new GuestRegistry(guest, SPEC);
    private final GuestRegistry child = new GuestRegistry(guest, CHILD_THREAD);

    @Test
    void aHandleThatMayBeInheritedGoesAlong() {
        parent.open(0, PATH, INHERIT, KEY);
        guest.child(SPEC, CHILD.inheriting());
        child.delete(KEY);
        parent.delete(KEY);
        assertThat(deleters()).containsExactly(Child.IMAGE, "C:\\spec.exe");
    }

    @Test
    void aHandleThatIsNotInheritableStays() {
        parent.open(0, PATH, KEY);
        guest.child(SPEC, CHILD.inheriting());
        child.delete(KEY);
        assertThat(deleters()).isEmpty();
    }

    @Test
    void nothingGoesAlongWithoutInheritance() {
        parent.open(0, PATH, INHERIT, KEY);
        guest.child(SPEC, CHILD);
        child.delete(KEY);
        assertThat(deleters()).isEmpty();
    }

    @Test
    void onlyTheChosenHandlesGoAlong() {
        parent.open(0, PATH, INHERIT, KEY).open(0, PATH, INHERIT, 0x68);
        guest.child(SPEC, CHILD.inheriting(0x68));
        child.delete(KEY).delete(0x68);
        assertThat(deleters()).hasSize(1);
    }

    @Test
    void aHandleMadeInheritableGoesAlongAndMayBeTakenBack() {
        parent.open(0, PATH, KEY).open(0, PATH, INHERIT, 0x68);
        mark(KEY, 1);
        mark(0x68, 0);
        guest.child(SPEC, CHILD.inheriting());
        child.delete(KEY).delete(0x68);
        assertThat(deleters()).hasSize(1);
    }

    @Test
    void standardHandlesGoAlongUnderNewNumbersWithoutInheritance() {
        parent.open(0, PATH, KEY);
        guest.child(SPEC, CHILD.withOutput(KEY))
                .call(
                        CHILD_THREAD,
                        Call.GET_STARTUP_INFO,
                        Fields.none(),
                        Fields.of("info_size", 100)
                                .data(new DataWriter().startup(0, 4, 0, "", "").text("A=1")));
        child.delete(KEY).delete(4);
        assertThat(deleters()).containsExactly(Child.IMAGE);
    }

    @Test
    void aHandleMayBeMovedIntoAnotherProcess() {
        parent.open(0, PATH, KEY);
        guest.child(SPEC, CHILD);
        duplicate(CLOSE_SOURCE | SAME_ACCESS, 0, 0x10);
        child.delete(0x10);
        parent.delete(KEY);
        assertThat(deleters()).containsExactly(Child.IMAGE);
    }

    @Test
    void theSourceIsClosedEvenWhenItsCopyFails() {
        parent.open(0, PATH, KEY);
        guest.child(SPEC, CHILD);
        duplicate(CLOSE_SOURCE, INVALID_HANDLE, 0);
        parent.delete(KEY);
        assertThat(deleters()).isEmpty();
    }

    @Test
    void aCopyInheritsAsItsSourceDoesWhenThatWasAskedFor() {
        parent.open(0, PATH, INHERIT, KEY);
        guest.child(SPEC, CHILD);
        duplicate(SAME_ATTRIBUTES, 0, 0x10);
        guest.child(CHILD_THREAD, Child.of(0x200, 22).inheriting());
        new GuestRegistry(guest, 22).delete(0x10);
        assertThat(deleters()).hasSize(1);
    }

    @Test
    void aClosedHandleStandsForNothing() {
        parent.open(0, PATH, KEY);
        guest.closeHandle(SPEC, KEY);
        parent.delete(KEY);
        assertThat(deleters()).isEmpty();
    }

    private void mark(int handle, int flags) {
        Fields request = Fields.of("handle", handle).and("flags", flags).and("mask", 1);
        guest.call(SPEC, Call.SET_HANDLE_INFO, request, Fields.none());
    }

    private void duplicate(int options, int status, int copy) {
        Fields request =
                Fields.of("src_process", -1)
                        .and("src_handle", KEY)
                        .and("dst_process", Guest.processHandle(CHILD.pid()))
                        .and("options", options);
        guest.call(SPEC, Call.DUP_HANDLE, request, status, Fields.of("handle", copy));
    }

    private List<String> deleters() {
        return Run.of(directory, guest.facts()).values("reg/delKey", "psPath");
    }
}
