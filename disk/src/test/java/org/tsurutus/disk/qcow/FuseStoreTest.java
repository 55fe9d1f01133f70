package org.tsurutus.disk.qcow;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.disk.store.StoreBench;

class FuseStoreTest extends OverlayContract {
    @TempDir Path folder;

    @Override
    protected StoreBench bench() {
        return OverlayBench.fuse(folder);
    }
}
