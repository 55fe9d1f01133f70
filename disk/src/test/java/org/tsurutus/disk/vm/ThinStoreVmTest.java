package org.tsurutus.disk.vm;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.tsurutus.disk.store.DiskName;
import org.tsurutus.disk.store.StoreBench;
import org.tsurutus.disk.store.StoreContract;

/// Thin disks keep what every store keeps.
@Tag("guest")
@ExtendWith(SharedVm.class)
@ResourceLock(SharedVm.LOCK)
@Order(2)
@Timeout(240)
class ThinStoreVmTest extends StoreContract {
    private static StorageVm vm;

    @BeforeAll
    static void useTheVm(StorageVm shared) {
        vm = shared;
    }

    @Test
    void aDiskIsKeptAsItIsAtAMomentWhileAMachineWritesToIt() throws Exception {
        DiskName moment = new DiskName("moment");
        store.snapshot(GOLDEN, PC);
        bench.write(store.attach(PC), 0, 1);

        store.checkpoint(PC, moment);
        bench.write(store.attach(PC), 0, 2);

        assertThat(momentsSector(moment, 0)).containsOnly(1);
        assertThat(sector(PC, 0)).containsOnly(2);
        store.detach(PC);
    }

    @Override
    protected StoreBench bench() throws Exception {
        return ThinBench.fresh(vm);
    }
}
