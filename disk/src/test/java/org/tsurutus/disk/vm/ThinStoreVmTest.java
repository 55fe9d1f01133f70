package org.tsurutus.disk.vm;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.disk.store.StoreBench;
import org.tsurutus.disk.store.StoreContract;

/// Thin disks keep what every store keeps. The tests share a VM.
@Tag("guest")
@Timeout(240)
class ThinStoreVmTest extends StoreContract {
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

    @Override
    protected StoreBench bench() throws Exception {
        return ThinBench.fresh(vm);
    }
}
