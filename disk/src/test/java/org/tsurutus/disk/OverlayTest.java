package org.tsurutus.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverlayTest {
    private static final int CLUSTER = 64 * 1024;

    @TempDir Path directory;
    private Path base;
    private Path overlay;

    @BeforeEach
    void makeDisks() {
        base = directory.resolve("base, with a comma.raw");
        overlay = directory.resolve("overlay.qcow2");
        ScratchDisk.create(base);
        Overlay.create(base, "raw", overlay);
    }

    @Test
    void aFreshOverlayHoldsNothingAndReadsAsItsBase() {
        assertThat(Overlay.changedExtents(overlay)).isEmpty();
        assertThat(Sectors.read(overlay, "qcow2", 0)).isEqualTo(ScratchDisk.masterBootRecord());
        assertThat(Overlay.baseFormat(overlay)).isEqualTo("raw");
    }

    @Test
    void aWriteAllocatesItsClusterAndLeavesTheBaseAlone() throws Exception {
        QemuIo.commands(overlay, "qcow2", "write -P 0x5a 0 512", "write -P 1 1M 512");

        assertThat(Overlay.changedExtents(overlay))
                .containsExactly(new Extent(0, CLUSTER), new Extent(1024 * 1024, CLUSTER));
        assertThat(Sectors.read(base, "raw", 0)).isEqualTo(ScratchDisk.masterBootRecord());
        assertThat(Sectors.read(overlay, "qcow2", 0)).containsOnly(0x5a);
        assertThat(Sectors.read(overlay, "qcow2", 2048)).containsOnly(1);
    }

    @Test
    void neighbouringClustersAreOneExtentHoweverTheyAreStored() throws Exception {
        QemuIo.commands(overlay, "qcow2", "write -P 7 0 64k", "write -z 64k 64k", "write 128k 64k");

        assertThat(Overlay.changedExtents(overlay)).containsExactly(new Extent(0, 3 * CLUSTER));
    }

    @Test
    void deletingAndCreatingAnewRollsBack() throws Exception {
        QemuIo.commands(overlay, "qcow2", "write -P 0x5a 0 512");

        Files.delete(overlay);
        Overlay.create(base, "raw", overlay);

        assertThat(Sectors.read(overlay, "qcow2", 0)).isEqualTo(ScratchDisk.masterBootRecord());
    }

    @Test
    void anOverlayThatIsThereIsNotOverwritten() {
        assertThatThrownBy(() -> Overlay.create(base, "raw", overlay))
                .isInstanceOf(DiskException.class)
                .hasMessageContaining(overlay + " is there already");
    }

    @Test
    void whatQemuImgComplainsOfIsInTheMessage() {
        Path absent = directory.resolve("absent.raw");

        assertThatThrownBy(() -> Overlay.create(absent, "raw", directory.resolve("new.qcow2")))
                .isInstanceOf(DiskException.class)
                .hasMessageContaining("qemu-img create")
                .hasMessageContaining("No such file or directory");
        assertThatThrownBy(() -> Overlay.changedExtents(base))
                .isInstanceOf(DiskException.class)
                .hasMessageContaining("Image is not in qcow2 format");
    }

    @Test
    void aCallThatTakesTooLongIsEnded() {
        assertThatThrownBy(() -> QemuImg.run(Duration.ZERO, "--version"))
                .isInstanceOf(DiskException.class)
                .hasMessageContaining("was not done after 0 ms");
    }

    @Test
    void aRawDiskThatLooksLikeAnImageStaysRaw() throws Exception {
        byte[] claim = Files.readAllBytes(overlay);
        Path hostile = directory.resolve("hostile.raw");
        Files.write(hostile, Arrays.copyOf(claim, 1024 * 1024));

        assertThat(Sectors.read(hostile, "raw", 0)).isEqualTo(Arrays.copyOf(claim, 512));
    }

    @Test
    void aSectorBehindTheEndIsRefused() {
        assertThatThrownBy(() -> Sectors.read(base, "raw", ScratchDisk.SIZE / 512))
                .isInstanceOf(DiskException.class)
                .hasMessageContaining("qemu-img convert");
        assertThat(Sectors.read(base, "raw", ScratchDisk.SIZE / 512 - 1)).containsOnly(0);
    }
}
