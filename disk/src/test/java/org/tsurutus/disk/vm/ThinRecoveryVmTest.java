package org.tsurutus.disk.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.disk.lease.DyingController;

/// A controller of thin disks ends at milestones; the next one puts everything right. To start a
/// program takes long in the VM: while an image is imported, and once besides, the process is
/// killed, at the other milestones it leaves everything as it is and lives on. A golden image that
/// is there is not imported again.
@Tag("guest")
@Order(1)
@Timeout(600)
class ThinRecoveryVmTest {
    @TempDir static Path folder;
    private static StorageVm vm;

    /// The milestones of an import, of what comes after it, and of that where the disk is there
    /// already.
    private static List<String> arrival = List.of();

    private static List<String> life = List.of();
    private static List<String> again = List.of();

    @BeforeAll
    static void startTheVm() throws Exception {
        vm = StorageVm.start(folder);
        makeEmpty();
        List<String> all = vm.ask("die 0");
        life = vm.ask("die 0");
        arrival = all.subList(0, all.size() - life.size());
        makeDisk();
        again = vm.ask("die 0");
        assertThat(all).endsWith(life.toArray(new String[0])).hasSizeGreaterThan(40);
        assertThat(arrival).hasSizeGreaterThan(3);
        assertThat(again).isSubsetOf(life).hasSizeLessThan(life.size());
        System.out.println("thin disks have " + all.size() + " milestones");
    }

    @AfterAll
    static void stop() throws Exception {
        vm.close();
    }

    @Test
    void noHalfImageIsLeftWhereverAControllerIsKilled() throws Exception {
        for (int last = 1; last <= arrival.size(); last++) {
            makeEmpty();
            kill(last, arrival);
        }
    }

    @Test
    void noneOfItDependsOnThatTheProcessLivesOn() throws Exception {
        makeReady();
        kill(life.lastIndexOf("a snapshot is made") + 1, life);
    }

    private static void kill(int last, List<String> milestones) throws Exception {
        VmPort.Reply reply =
                vm.attemptInShell(
                        StorageVm.JAVA
                                + DyingController.class.getName()
                                + " THIN /tmp="
                                + last
                                + " 2> /dev/ttyS0");
        assertThat(reply.code()).as(reply.text()).isEqualTo(DyingController.KILLED);
        assertThat(reply.lines()).hasSize(last);
        recover("killed at " + last + ": " + milestones.get(last - 1));
    }

    @Test
    void noHalfDiskIsLeftWhereverAControllerEnds() throws Exception {
        int first = 0;
        while (life.get(first).equals(again.get(first))) {
            first++;
        }
        for (int last = first + 1; last <= first + life.size() - again.size(); last++) {
            makeReady();
            assertThat(vm.ask("die " + last)).hasSize(last);
            recover("ended at " + last + ": " + life.get(last - 1));
        }
    }

    /// Each walk looks whether the disk that the one before left is clean.
    @Test
    void nothingIsLeftAndNoDirtyDiskIsGivenOutWhereverAControllerEnds() throws Exception {
        for (int last = 1; last <= again.size() + 1; last++) {
            makeDisk();
            int reached = Math.min(last, again.size());
            assertThat(vm.ask("die " + last)).hasSize(reached);
            recover("ended at " + last + ": " + again.get(reached - 1));
        }
    }

    private static void makeEmpty() throws Exception {
        ThinBench.fresh(vm);
        vm.ask("store one scratch /tmp/golden.raw");
    }

    /// The golden image without a disk.
    private static void makeReady() throws Exception {
        if (vm.ask("store one goldens").isEmpty()) {
            vm.ask("die 0");
        }
        vm.ask("leases one forget pc1");
    }

    private static void makeDisk() throws Exception {
        if (vm.ask("store one goldens").isEmpty()) {
            vm.ask("die 0");
        }
        if (vm.ask("store one disks").isEmpty()) {
            vm.ask("leases one lease pc1 1048576");
            vm.ask("leases one return pc1");
        }
    }

    private static void recover(String where) throws Exception {
        vm.ask("leases one recover");
        assertThat(vm.ask("leases one states"))
                .as(where)
                .allMatch(state -> state.startsWith("Verified"));
        assertThat(vm.ask("leases one recover")).as(where).isEmpty();
        new ThinBench(vm, new RemoteStore(vm, "one")).assertNothingLeft();
    }
}
