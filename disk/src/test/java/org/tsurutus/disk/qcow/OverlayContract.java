package org.tsurutus.disk.qcow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.disk.ImageFormat;
import org.tsurutus.disk.ScratchDisk;
import org.tsurutus.disk.store.DiskName;
import org.tsurutus.disk.store.StoreContract;
import org.tsurutus.disk.store.Verdict;

/// What both stores of overlays keep besides.
abstract class OverlayContract extends StoreContract {
    @TempDir Path outside;

    private OverlayBench overlays() {
        return (OverlayBench) bench;
    }

    @Test
    void aLayerThatNamesAnotherBaseIsNotBelieved() throws Exception {
        Path secret = Files.write(outside.resolve("secret"), new byte[(int) ScratchDisk.SIZE]);
        store.snapshot(GOLDEN, PC);
        Path overlay = overlays().folder().resolve("store/disks/win7-x86-pc1/disk.qcow2");
        QemuImg.run(
                QemuImg.QUICK,
                "rebase",
                "-u",
                "-f",
                "qcow2",
                "-F",
                "raw",
                "-b",
                secret.toString(),
                overlay.toString());

        assertThat(sector(PC, 0)).isEqualTo(ScratchDisk.masterBootRecord());
    }

    @Test
    void aDamagedDiskAndADamagedGoldenImageAreFound() throws Exception {
        DiskName adopted = new DiskName("adopted");
        Path image = outside.resolve("adopted.raw");
        ScratchDisk.create(image);
        overlays().store().adopt(adopted, image, ImageFormat.RAW);
        store.snapshot(adopted, PC);
        assertThat(store.verify(PC, 1, List.of())).isInstanceOf(Verdict.Sound.class);

        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.write(0);
        }

        assertThat(store.verify(PC, 1, List.of()))
                .isEqualTo(new Verdict.Unsound("the canary at byte 0 reads as something else"));
    }

    @Test
    void whatCouldLeadElsewhereIsNoName() {
        assertThatThrownBy(() -> new DiskName("../etc/shadow"))
                .hasMessageContaining("cannot name a disk");
    }
}
