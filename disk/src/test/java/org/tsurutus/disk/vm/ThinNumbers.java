package org.tsurutus.disk.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.disk.ImageFormat;
import org.tsurutus.disk.store.DiskName;

/// Prints what a store of thin disks costs in the emulated VM, table and all, as rows in Markdown;
/// and holds that metadata stays below what admission counts.
@Tag("guest")
@Timeout(300)
class ThinNumbers {
    private static final int ROUNDS = 5;
    private static final DiskName PC = new DiskName("pc");

    @TempDir Path folder;

    @Test
    void whatRollbacksAndManyPcsCostIsPrinted() throws Exception {
        try (StorageVm vm = StorageVm.start(folder)) {
            RemoteStore store = ThinBench.fresh(vm).store();
            System.out.println("| thin, emulated | ms |\n|---|---|");
            for (int gibibytes : new int[] {1, 16, 64}) {
                DiskName golden = new DiskName("golden" + gibibytes);
                vm.shell("truncate -s " + gibibytes + "G /tmp/sparse.raw");
                store.importGolden(golden, Path.of("/tmp/sparse.raw"), ImageFormat.RAW);
                store.snapshot(golden, PC);
                for (int mebibytes : new int[] {0, 32}) {
                    print(
                            "rollback, image of "
                                    + gibibytes
                                    + " GiB, "
                                    + mebibytes
                                    + " MiB written",
                            rollback(vm, store, mebibytes));
                }
                store.delete(PC);
            }
            for (int pcs : new int[] {1, 10, 100}) {
                List<String> times =
                        vm.ask(
                                "repeat "
                                        + pcs
                                        + " store one snapshot golden1 pc#;store one attach pc#");
                long sum = times.stream().mapToLong(Long::parseLong).sum();
                print("disks for " + pcs + " PCs, attached", sum);
                vm.ask("repeat " + pcs + " store one delete pc#");
            }
            assertThat(store.disks()).isEmpty();
        }
    }

    @Test
    void aMappingTakesLessMetadataThanAdmissionCounts() throws Exception {
        try (StorageVm vm = StorageVm.start(folder)) {
            ThinBench bench = ThinBench.fresh(vm);
            RemoteStore store = bench.store();
            DiskName golden = new DiskName("golden");
            vm.shell("truncate -s 384M /tmp/sparse.raw");
            store.importGolden(golden, Path.of("/tmp/sparse.raw"), ImageFormat.RAW);
            store.snapshot(golden, PC);
            long before = usedMetadata(vm);
            int blocks = 384 * 16;

            // Every block of the disk once, each seventh at a time.
            Path disk = store.attach(PC).path();
            vm.shell(
                    "for i in 0 1 2 3 4 5 6; do j=$i; while [ $j -lt "
                            + blocks
                            + " ]; do echo $j; j=$((j+7)); done; done | while read -r block; do"
                            + " printf x | dd of="
                            + disk
                            + " bs=64k seek=$block conv=notrunc 2> /dev/null; done; sync");

            store.detach(PC);
            long bytes = (usedMetadata(vm) - before) * 4096;
            assertThat(store.written(PC).getFirst().length()).isEqualTo(384L << 20);
            System.out.println("metadata: " + bytes / (double) blocks + " bytes a mapping");
            assertThat(bytes / (double) blocks).isBetween(16.0, 96.0);
        }
    }

    private static long usedMetadata(StorageVm vm) throws Exception {
        String status = vm.ask("pool used boot-thin+pool").getFirst();
        return Long.parseLong(status);
    }

    private static long rollback(StorageVm vm, RemoteStore store, int mebibytes) throws Exception {
        List<Long> times = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            if (mebibytes > 0) {
                vm.shell(
                        "yes | dd of="
                                + store.attach(PC).path()
                                + " bs=1M iflag=fullblock conv=fsync count="
                                + mebibytes);
                store.detach(PC);
            }
            times.add(Long.parseLong(vm.ask("repeat 1 store one rollback pc").getFirst()));
        }
        return times.stream().sorted().toList().get(ROUNDS / 2);
    }

    private static void print(String what, long micros) {
        System.out.printf("| %s | %.1f |%n", what, micros / 1000.0);
    }
}
