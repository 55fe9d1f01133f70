package org.tsurutus.disk.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.Milestones;
import org.tsurutus.disk.ScratchDisk;
import org.tsurutus.disk.Sectors;
import org.tsurutus.disk.lease.DyingController.Keeper;
import org.tsurutus.disk.store.BlockStore;

/// A controller is killed at every milestone there is; the next one puts everything right.
class RecoveryTest {
    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(names = {"PLAIN", "FUSE"})
    void nothingIsLeftAndNoDirtyDiskIsGivenOutWhereverAControllerDies(Keeper keeper)
            throws Exception {
        int milestones = 0;
        for (int last = 1; milestones == 0; last++) {
            Path home = Files.createDirectory(folder.resolve("at" + last));
            ScratchDisk.create(home.resolve("golden.raw"));
            Child child = Child.run(home, keeper, last);
            if (child.status == 0) {
                milestones = (int) child.said.lines().count();
                assertThat(milestones).isEqualTo(last - 1);
            } else {
                assertThat(child.status).as(child.said).isEqualTo(DyingController.KILLED);
            }
            recover(home, keeper, last + ": " + child.said);
        }
        assertThat(milestones).isGreaterThan(35);
        System.out.println("killed at each of " + milestones + " (" + keeper + ")");
    }

    private static void recover(Path home, Keeper keeper, String where) throws Exception {
        BlockStore store = DyingController.store(home, keeper, Milestones.UNWATCHED);
        try (DiskLeases leases = DiskLeases.open(store, home.resolve("leases"))) {
            leases.recover();
            assertThat(leases.states().values())
                    .as(where)
                    .allMatch(state -> state instanceof DiskState.Verified);
            assertThat(leases.recover()).as(where).isEmpty();
            assertNothingLeft(home, store, where);
            if (store.golden(DyingController.GOLDEN).isPresent()) {
                assertThatDiskIsClean(leases, where);
            }
        }
        assertNothingLeft(home, store, where);
    }

    private static void assertThatDiskIsClean(DiskLeases leases, String where) {
        try (DiskLease lease =
                        leases.lease(DyingController.GOLDEN, DyingController.PC, 1024 * 1024);
                Blocks disk = lease.before()) {
            assertThat(lease.written()).as(where).isEmpty();
            assertThat(Sectors.read(disk, 0)).as(where).isEqualTo(ScratchDisk.masterBootRecord());
        }
    }

    private static void assertNothingLeft(Path home, BlockStore store, String where)
            throws Exception {
        try (Stream<Path> files = Files.walk(home)) {
            List<String> odd =
                    files.filter(Files::isRegularFile)
                            .map(file -> home.relativize(file).toString())
                            .filter(file ->
                                    !file.matches(
                                            "golden.raw|store/golden/golden.json|store/disks/pc1/disk\\.(qcow2|json)"
                                                    + "|leases/(journal.jsonl|lock|holders/"
                                                    + ProcessHandle.current().pid()
                                                    + "-.*)"))
                            .toList();
            assertThat(odd).as(where).isEmpty();
        }
        assertThat(Files.readString(Path.of("/proc/self/mountinfo")))
                .as(where)
                .doesNotContain(home + "/");
        assertThat(ProcessHandle.allProcesses().filter(process -> names(process, home)))
                .as(where)
                .isEmpty();
        assertThat(store.sweep()).as(where).isEmpty();
    }

    private static boolean names(ProcessHandle process, Path home) {
        try {
            return Files.readString(
                            Path.of("/proc", Long.toString(process.pid()), "cmdline"),
                            StandardCharsets.ISO_8859_1)
                    .contains(home + "/");
        } catch (IOException _) {
            return false;
        }
    }

    /// How a controller ended.
    private record Child(int status, String said) {
        static Child run(Path home, Keeper keeper, int last) throws Exception {
            Process process =
                    new ProcessBuilder(
                                    ProcessHandle.current().info().command().orElse("java"),
                                    "-XX:TieredStopAtLevel=1",
                                    "-XX:+UseSerialGC",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    DyingController.class.getName(),
                                    home.toString(),
                                    keeper.name(),
                                    Integer.toString(last))
                            .redirectErrorStream(true)
                            .start();
            process.getOutputStream().close();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Child(process.waitFor(), said.strip());
        }
    }
}
