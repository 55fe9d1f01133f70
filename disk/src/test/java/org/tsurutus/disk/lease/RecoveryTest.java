package org.tsurutus.disk.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
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
@Order(3)
class RecoveryTest {
    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(names = {"PLAIN", "FUSE"})
    void nothingIsLeftAndNoDirtyDiskIsGivenOutWhereverAControllerDies(Keeper keeper)
            throws Exception {
        Path whole = home("whole");
        int milestones = end(keeper, List.of(whole + "=0")).size();
        assertThat(milestones).isGreaterThan(35);
        System.out.println("killed at each of " + milestones + " (" + keeper + ")");

        // To start a process for each takes long: one stands still in as many folders.
        List<String> walks = new ArrayList<>();
        for (int last = 1; last <= milestones; last++) {
            walks.add(home("at" + last) + "=" + last);
        }
        List<String> said = end(keeper, walks);

        recover(whole, keeper, "at the end");
        for (int last = 1; last <= milestones; last++) {
            Path home = folder.resolve("at" + last);
            List<String> reached =
                    said.stream().filter(line -> line.startsWith(home + ": ")).toList();
            assertThat(reached).hasSize(last);
            recover(home, keeper, reached.getLast());
        }
    }

    /// A folder in which there is an image.
    private Path home(String name) throws IOException {
        Path home = Files.createDirectory(folder.resolve(name));
        ScratchDisk.create(home.resolve("golden.raw"));
        return home;
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
                Blocks disk = lease.after()) {
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

    /// Ends a controller as `kill -9` does.
    ///
    /// @return what it said
    private static List<String> end(Keeper keeper, List<String> walks) throws Exception {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                ProcessHandle.current().info().command().orElse("java"),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                DyingController.class.getName(),
                                keeper.name()));
        words.addAll(walks);
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isEqualTo(DyingController.KILLED);
        return said.lines().toList();
    }
}
