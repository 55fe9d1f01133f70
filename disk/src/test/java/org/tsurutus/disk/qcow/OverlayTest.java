package org.tsurutus.disk.qcow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.Extent;
import org.tsurutus.disk.ImageFormat;
import org.tsurutus.disk.ScratchDisk;
import org.tsurutus.disk.Sectors;

class OverlayTest {
    private static final int CLUSTER = 64 * 1024;

    @TempDir Path directory;
    private OverlaidDisk disk;
    private Path base;
    private Path overlay;

    @BeforeEach
    void makeDisks() {
        disk = OverlaidDisk.in(directory);
        base = disk.base();
        overlay = disk.overlay();
    }

    @Test
    void aFreshOverlayHoldsNothingAndReadsAsItsBase() {
        assertThat(Overlay.written(layers())).isEmpty();
        assertThat(sector(layers(), 0)).isEqualTo(ScratchDisk.masterBootRecord());
    }

    @Test
    void aWriteAllocatesItsClusterAndLeavesTheBaseAlone() throws Exception {
        disk.write("write -P 0x5a 0 512", "write -P 1 1M 512");

        assertThat(Overlay.written(layers()))
                .containsExactly(new Extent(0, CLUSTER), new Extent(1024 * 1024, CLUSTER));
        assertThat(sector(layers().subList(1, 2), 0)).isEqualTo(ScratchDisk.masterBootRecord());
        assertThat(sector(layers(), 0)).containsOnly(0x5a);
        assertThat(sector(layers(), 2048)).containsOnly(1);
    }

    @Test
    void neighbouringClustersAreOneExtentHoweverTheyAreStored() throws Exception {
        disk.write("write -P 7 0 64k", "write -z 64k 64k", "write 128k 64k");

        assertThat(Overlay.written(layers())).containsExactly(new Extent(0, 3 * CLUSTER));
    }

    @Test
    void deletingAndCreatingAnewRollsBack() throws Exception {
        disk.write("write -P 0x5a 0 512");

        Files.delete(overlay);
        Overlay.create(new Image(base, ImageFormat.RAW), overlay);

        assertThat(sector(layers(), 0)).isEqualTo(ScratchDisk.masterBootRecord());
    }

    @Test
    void anOverlayThatIsThereIsNotOverwritten() {
        assertThatThrownBy(() -> Overlay.create(new Image(base, ImageFormat.RAW), overlay))
                .isInstanceOf(DiskException.class)
                .hasMessageContaining(overlay + " is there already");
    }

    @Test
    void whatQemuImgComplainsOfIsInTheMessage() {
        Path absent = directory.resolve("absent.raw");

        assertThatThrownBy(() ->
                        Overlay.create(
                                new Image(absent, ImageFormat.RAW), directory.resolve("new.qcow2")))
                .isInstanceOf(DiskException.class)
                .hasMessageContaining("qemu-img create")
                .hasMessageContaining("No such file or directory");
        assertThatThrownBy(() -> Overlay.written(List.of(new Image(base, ImageFormat.QCOW2))))
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

        assertThat(sector(List.of(new Image(hostile, ImageFormat.RAW)), 0))
                .isEqualTo(Arrays.copyOf(claim, 512));
    }

    @Test
    void aSectorBehindTheEndIsRefused() {
        assertThatThrownBy(() -> sector(layers().subList(1, 2), ScratchDisk.SIZE / 512))
                .isInstanceOf(DiskException.class)
                .hasMessageContaining("there is no sector 131072");
        assertThat(sector(layers().subList(1, 2), ScratchDisk.SIZE / 512 - 1)).containsOnly(0);
    }

    private List<Image> layers() {
        return disk.layers();
    }

    private byte[] sector(List<Image> layers, long lba) {
        try (Blocks disk = ImageBlocks.open(layers, directory)) {
            return Sectors.read(disk, lba);
        }
    }
}
