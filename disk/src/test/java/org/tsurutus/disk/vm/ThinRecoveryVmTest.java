package org.tsurutus.disk.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.disk.Hashes;
import org.tsurutus.disk.ScratchDisk;
import org.tsurutus.disk.lease.DyingController;

/// A controller of thin disks ends at milestones; the next one puts everything right. To start a
/// program takes long in the VM: at a few milestones the process is killed, at the others it leaves
/// everything as it is and lives on.
@Tag("guest")
@Timeout(600)
class ThinRecoveryVmTest {
    private static final Set<String> KILLED_AT =
            Set.of(
                    "a golden image is written",
                    "a snapshot is made",
                    "the table says whose what is");
    private static final String SECTOR_0 = Hashes.sha256(ScratchDisk.masterBootRecord());

    @TempDir static Path folder;
    private static StorageVm vm;

    @BeforeAll
    static void startTheVm() throws Exception {
        StorageVm.makeDisks(folder, 128L << 20);
        vm = StorageVm.start(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        vm.close();
    }

    @Test
    void nothingIsLeftAndNoDirtyDiskIsGivenOutWhereverAControllerEnds() throws Exception {
        makeReady();
        List<String> milestones = vm.ask("die 0");
        System.out.println("ended at each of " + milestones.size() + " milestones");
        assertThat(milestones).hasSizeGreaterThan(40);
        for (int last = 1; last <= milestones.size(); last++) {
            String where = last + ": " + milestones.get(last - 1);
            makeReady();
            assertThat(vm.ask("die " + last)).as(where).hasSize(last);
            recover(where);
        }
    }

    @Test
    void noneOfItDependsOnThatTheProcessLivesOn() throws Exception {
        makeReady();
        List<String> milestones = vm.ask("die 0");
        TreeSet<Integer> lasts = new TreeSet<>();
        KILLED_AT.forEach(what -> lasts.add(milestones.lastIndexOf(what) + 1));
        assertThat(lasts).hasSameSizeAs(KILLED_AT).doesNotContain(0);
        for (int last : lasts) {
            makeReady();
            VmPort.Reply reply =
                    vm.attemptInShell(
                            StorageVm.JAVA
                                    + DyingController.class.getName()
                                    + " /tmp THIN "
                                    + last
                                    + " 2> /dev/ttyS0");
            assertThat(reply.code()).as(reply.text()).isEqualTo(DyingController.KILLED);
            assertThat(reply.lines()).hasSize(last);
            recover("killed at " + last + ": " + milestones.get(last - 1));
        }
    }

    private static void makeReady() throws Exception {
        ThinBench.fresh(vm);
        vm.shell("rm -rf /tmp/leases");
        vm.ask("store one scratch /tmp/golden.raw");
    }

    private static void recover(String where) throws Exception {
        vm.ask("leases one recover");
        assertThat(vm.ask("leases one states"))
                .as(where)
                .allMatch(state -> state.startsWith("Verified"));
        assertThat(vm.ask("leases one recover")).as(where).isEmpty();
        if (!vm.ask("store one goldens").isEmpty()) {
            assertThat(vm.ask("leases one lease pc1 1048576"))
                    .as(where)
                    .containsExactly("/dev/mapper/boot/pc1", "0 stretches written", SECTOR_0);
            assertThat(vm.ask("leases one return pc1")).as(where).containsExactly("Verified[]");
            new ThinBench(vm, new RemoteStore(vm, "one")).assertNothingLeft();
        }
    }
}
