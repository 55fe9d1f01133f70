package org.tsurutus.disk.vm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.ImageFormat;
import org.tsurutus.disk.ScratchDisk;
import org.tsurutus.disk.store.DiskName;
import org.tsurutus.disk.store.Verdict;

/// What a store of thin disks says and does when its pool has no room left, for content or for
/// mappings.
@Tag("guest")
@ExtendWith(SharedVm.class)
@ResourceLock(SharedVm.LOCK)
@Order(2)
@Timeout(240)
class ThinTroubleVmTest {
    private static final DiskName GOLDEN = new DiskName("golden");
    private static final DiskName PC1 = new DiskName("pc1");
    private static final DiskName PC2 = new DiskName("pc2");
    private static final long WORST = ScratchDisk.SIZE;

    private final StorageVm vm;

    ThinTroubleVmTest(StorageVm vm) {
        this.vm = vm;
    }

    private RemoteStore storeWithItsImage(String controller) throws Exception {
        ThinBench bench = ThinBench.fresh(vm, controller);
        bench.store().importGolden(GOLDEN, bench.scratchDisk(), ImageFormat.RAW);
        return bench.store();
    }

    private VmPort.Reply fill(RemoteStore store, DiskName disk) throws Exception {
        return vm.attemptInShell(
                "yes | dd of=" + store.attach(disk).path() + " bs=64k iflag=fullblock conv=fsync");
    }

    @Test
    void aFullPoolIsSaidLeasesNothingAndIsWellAgainAfterARollback() throws Exception {
        RemoteStore store = storeWithItsImage("narrow");
        assertThat(vm.attempt("leases narrow lease pc1 " + WORST).text())
                .contains("the disk pc1 may come to take 67108864 bytes", "bytes are missing");
        assertThat(vm.ask("leases narrow lease pc1 " + (8 << 20)).getFirst())
                .isEqualTo("/dev/mapper/boot/pc1");
        store.snapshot(GOLDEN, PC2);
        assertThat(store.trouble()).isEmpty();

        assertThat(fill(store, PC2).code()).isNotZero();

        assertThat(store.trouble().orElseThrow())
                .isEqualTo(
                        "the pool boot-thin+pool is full and fails writes that need a new block;"
                                + " roll disks back or delete some");
        assertThat(vm.attempt("leases narrow lease pc3 1").text())
                .contains("the pool boot-thin+pool is full");
        store.detach(PC2);
        store.rollBack(PC2);
        assertThat(store.trouble()).isEmpty();
        assertThat(store.verify(PC2, 1, store.written(PC2))).isInstanceOf(Verdict.Sound.class);
        assertThat(vm.ask("leases narrow return pc1")).containsExactly("Verified[]");
    }

    /// Each takes a block of content and a few of mappings.
    private int writeToDisksUntilThereIsTrouble(RemoteStore store) throws Exception {
        int pcs = 1;
        while (store.trouble().isEmpty() && pcs < 100) {
            pcs++;
            DiskName disk = new DiskName("pc" + pcs);
            try {
                store.snapshot(GOLDEN, disk);
                vm.attemptInShell(
                        "dd if=/dev/zero of="
                                + store.attach(disk).path()
                                + " bs=64k count=1 conv=fsync");
            } catch (DiskException e) {
                System.out.println("refused: " + e.getMessage());
            }
        }
        return pcs;
    }

    @Test
    void fullMetadataIsSaidLeasesNothingAndIsWellAgainAfterARepair() throws Exception {
        RemoteStore store = storeWithItsImage("tight");
        assertThat(store.space().free())
                .as("room for mappings bounds room for data")
                .isLessThan(100L << 20);
        assertThat(vm.ask("leases tight lease pc1 4096").getFirst())
                .isEqualTo("/dev/mapper/boot/pc1");
        int pcs = writeToDisksUntilThereIsTrouble(store);
        System.out.println("metadata of 128 KiB was full at the PC number " + pcs);

        assertThat(store.trouble().orElseThrow())
                .startsWith(
                        "the pool boot-thin+pool may only be read, because its metadata is full")
                .contains("thin_repair write /dev/disk-small-metadata to another device");
        assertThat(vm.attempt("leases tight lease pc20 1").text()).contains("may only be read");
        assertThat(vm.ask("leases tight return pc1").getFirst())
                .startsWith("Quarantined[reason=it could not be rolled back")
                .contains("may only be read");

        store.disks().forEach(store::detach);
        vm.ask("volume deactivate thin+pool");
        vm.shell("thin_repair -i /dev/disk-small-metadata -o /dev/disk-spare");
        vm.shell("thin_check --clear-needs-check-flag /dev/disk-spare");
        RemoteStore repaired = new RemoteStore(vm, "repaired");

        assertThat(repaired.trouble()).isEmpty();
        assertThat(vm.ask("leases repaired pardon pc1")).containsExactly("Verified[]");
        repaired.rollBack(PC2);
        assertThat(repaired.verify(PC2, 1, repaired.written(PC2)))
                .isInstanceOf(Verdict.Sound.class);
        assertThat(repaired.space().free()).isGreaterThan(512L << 20);
    }
}
