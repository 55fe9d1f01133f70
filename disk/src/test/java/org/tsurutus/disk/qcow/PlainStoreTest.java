package org.tsurutus.disk.qcow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.store.DiskName;
import org.tsurutus.disk.store.StoreBench;

class PlainStoreTest extends OverlayContract {
    @TempDir Path folder;

    @Test
    void aMachineThatCannotGoOnAboveGoesOnBelow() throws Exception {
        DiskName moment = new DiskName("moment");
        OverlayStore overlays = OverlayBench.plain(folder).store();
        store.snapshot(GOLDEN, PC);
        bench.write(store.attach(PC), 0, 1);

        assertThatThrownBy(() ->
                        overlays.checkpoint(
                                PC,
                                moment,
                                _ -> {
                                    throw new DiskException("the machine hangs");
                                }))
                .hasMessage("the machine hangs");

        assertThat(store.checkpoints(PC)).isEmpty();
        bench.write(store.attach(PC), 512, 2);
        assertThat(sector(PC, 0)).containsOnly(1);
        assertThat(sector(PC, 1)).containsOnly(2);
        store.detach(PC);
        store.checkpoint(PC, moment);
        assertThat(momentsSector(moment, 1)).containsOnly(2);
    }

    @Override
    protected StoreBench bench() {
        return OverlayBench.plain(folder);
    }
}
