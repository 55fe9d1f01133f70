package org.tsurutus.disk.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.disk.Hashes;
import org.tsurutus.disk.ScratchDisk;
import org.tsurutus.disk.lease.DyingController;

/// A controller of thin disks is killed at the milestones at which pool and table differ, and at
/// some of the journal's; the next one puts everything right. `-Dtsurutus.milestones=all` has it
/// killed at each.
@Tag("guest")
@Timeout(3600)
class ThinRecoveryVmTest {
    private static final boolean ALL = "all".equals(System.getProperty("tsurutus.milestones"));
    private static final String SECTOR_0 = Hashes.sha256(ScratchDisk.masterBootRecord());

    /// What the first one learns of its classes, the others need not learn again.
    private static final String ARCHIVE =
            "-Xlog:disable -XX:+AutoCreateSharedArchive -XX:SharedArchiveFile=/tmp/dying.jsa ";

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
    void nothingIsLeftAndNoDirtyDiskIsGivenOutWhereverAControllerDies() throws Exception {
        List<String> milestones = runUntil(0, 0);
        Collection<Integer> chosen = chosen(milestones);
        System.out.println(
                "killed at " + chosen.size() + " of " + milestones.size() + " milestones");
        assertThat(milestones).hasSizeGreaterThan(40);
        for (int last : chosen) {
            long start = System.nanoTime();
            String where = last + ": " + milestones.get(last - 1);
            assertThat(runUntil(last, DyingController.KILLED)).as(where).hasSize(last);
            recover(where);
            System.out.printf("%.1f s: %s%n", (System.nanoTime() - start) / 1e9, where);
        }
    }

    /// Each of the store's own once, where a disk is on its way back if it comes there, and the
    /// journal's where it changes hands.
    private static Collection<Integer> chosen(List<String> milestones) {
        Map<String, Integer> chosen = new LinkedHashMap<>();
        for (int number = 1; number <= milestones.size(); number++) {
            String what = milestones.get(number - 1);
            if (ALL || isTelling(what)) {
                chosen.put(ALL ? number + what : what, number);
            }
        }
        return chosen.values();
    }

    private static boolean isTelling(String what) {
        return !what.contains("the line: ")
                || what.equals("after the line: LEASE is done")
                || what.equals("after the line: ROLL_BACK is done");
    }

    private static List<String> runUntil(int milestone, int code) throws Exception {
        ThinBench.fresh(vm);
        vm.shell("rm -rf /tmp/leases");
        vm.ask("store one scratch /tmp/golden.raw");
        VmPort.Reply reply =
                vm.attemptInShell(
                        StorageVm.JAVA
                                + ARCHIVE
                                + DyingController.class.getName()
                                + " /tmp THIN "
                                + milestone
                                + " 2> /dev/ttyS0");
        assertThat(reply.code()).as(reply.text()).isEqualTo(code);
        return reply.lines();
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
