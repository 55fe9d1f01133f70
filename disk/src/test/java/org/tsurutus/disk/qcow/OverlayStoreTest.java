package org.tsurutus.disk.qcow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.Extent;
import org.tsurutus.disk.ImageFormat;
import org.tsurutus.disk.Milestones;
import org.tsurutus.disk.ScratchDisk;
import org.tsurutus.disk.Sectors;
import org.tsurutus.disk.store.Attachment;
import org.tsurutus.disk.store.DiskName;
import org.tsurutus.disk.store.Verdict;

/// The contract of a store, kept by both that are made of overlays.
@ParameterizedClass
@ValueSource(booleans = {false, true})
class OverlayStoreTest {
    private static final DiskName GOLDEN = new DiskName("golden");
    private static final DiskName PC = new DiskName("win7-x86-pc1");
    private static final int CLUSTER = 64 * 1024;

    @Parameter boolean isFuse;
    @TempDir Path folder;
    private OverlayStore store;

    @BeforeEach
    void makeStore() {
        Path image = folder.resolve("image.raw");
        ScratchDisk.create(image);
        store = open();
        store.importGolden(GOLDEN, image, ImageFormat.RAW);
    }

    private OverlayStore open() {
        return isFuse
                ? OverlayStore.fuse(folder.resolve("store"), Milestones.UNWATCHED)
                : OverlayStore.plain(folder.resolve("store"), Milestones.UNWATCHED);
    }

    @AfterEach
    void leaveNothingBehind() throws Exception {
        store.disks().forEach(store::delete);
        assertThat(store.sweep()).isEmpty();
        for (String room : List.of("exports", "views", "disks")) {
            try (Stream<Path> left = Files.list(folder.resolve("store").resolve(room))) {
                assertThat(left).isEmpty();
            }
        }
        assertThat(Files.readString(Path.of("/proc/mounts"))).doesNotContain(folder.toString());
    }

    @Test
    void aSnapshotReadsAsItsGoldenImageAndHoldsNothing() {
        store.snapshot(GOLDEN, PC);

        assertThat(store.origin(PC)).contains(GOLDEN);
        assertThat(store.written(PC)).isEmpty();
        assertThat(sector(PC, 0)).isEqualTo(ScratchDisk.masterBootRecord());
        assertThat(store.verify(PC, 1, List.of())).isInstanceOf(Verdict.Sound.class);
        assertThat(store.golden(GOLDEN).orElseThrow().size()).isEqualTo(ScratchDisk.SIZE);
    }

    @Test
    void whatAMachineWroteIsListedUntilItIsRolledBack() throws Exception {
        store.snapshot(GOLDEN, PC);
        write(0, 0x5a);
        write(1024 * 1024, 1);

        assertThat(store.written(PC))
                .containsExactly(new Extent(0, CLUSTER), new Extent(1024 * 1024, CLUSTER));
        assertThat(sector(PC, 0)).containsOnly(0x5a);
        assertThat(store.verify(PC, 1, List.of()))
                .isEqualTo(new Verdict.Unsound("2 stretches are changed, first at byte 0"));

        store.detach(PC);
        List<Extent> suspects = store.written(PC);
        store.rollBack(PC);

        assertThat(store.verify(PC, 1, suspects)).isInstanceOf(Verdict.Sound.class);
        assertThat(sector(PC, 0)).isEqualTo(ScratchDisk.masterBootRecord());
        assertThat(sector(GOLDEN, 0)).isEqualTo(ScratchDisk.masterBootRecord());
    }

    @Test
    void aDiskCanBeStartedAgainAsItWasAtAMoment() throws Exception {
        DiskName first = new DiskName("first");
        DiskName second = new DiskName("second");
        store.snapshot(GOLDEN, PC);
        write(0, 1);
        store.detach(PC);
        store.checkpoint(PC, first);
        write(0, 2);
        write(1024 * 1024, 2);
        store.detach(PC);
        store.checkpoint(PC, second);
        write(0, 3);
        store.detach(PC);

        assertThat(store.checkpoints(PC)).containsExactly(first, second);
        assertThat(sector(PC, 0)).containsOnly(3);
        store.restore(PC, first);
        assertThat(sector(PC, 0)).containsOnly(1);
        assertThat(store.written(PC)).containsExactly(new Extent(0, CLUSTER));
        store.restore(PC, second);
        assertThat(sector(PC, 0)).containsOnly(2);
        assertThat(store.written(PC)).hasSize(2);

        store.rollBack(PC);
        assertThat(store.checkpoints(PC)).isEmpty();
        assertThat(store.verify(PC, 1, List.of())).isInstanceOf(Verdict.Sound.class);
    }

    @Test
    void aDiskThatSomebodyHasOpenIsNotPulledFromUnderHim() throws Exception {
        store.snapshot(GOLDEN, PC);
        Attachment attachment = store.attach(PC);
        try (RandomAccessFile _ = new RandomAccessFile(attachment.path().toFile(), "r")) {
            assertThat(store.user(PC).orElseThrow()).contains("java");
            assertThatThrownBy(() -> store.detach(PC))
                    .isInstanceOf(DiskException.class)
                    .hasMessageContaining("win7-x86-pc1 is still open by")
                    .hasMessageContaining("switch that off first");
            assertThatThrownBy(() -> store.rollBack(PC)).isInstanceOf(DiskException.class);
        }
        store.detach(PC);
        assertThat(store.user(PC)).isEmpty();
    }

    @Test
    void whatOneControllerAttachedAnotherMayTakeBack() throws Exception {
        store.snapshot(GOLDEN, PC);
        write(0, 7);

        OverlayStore other = open();
        assertThat(other.attach(PC)).isEqualTo(store.attach(PC));
        other.detach(PC);
        other.rollBack(PC);

        assertThat(sector(PC, 0)).isEqualTo(ScratchDisk.masterBootRecord());
    }

    @Test
    void aLayerThatNamesAnotherBaseIsNotBelieved() throws Exception {
        Path secret = Files.write(folder.resolve("secret"), new byte[(int) ScratchDisk.SIZE]);
        store.snapshot(GOLDEN, PC);
        Path overlay = folder.resolve("store/disks/win7-x86-pc1/disk.qcow2");
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
        Path image = folder.resolve("adopted.raw");
        ScratchDisk.create(image);
        store.adopt(adopted, image, ImageFormat.RAW);
        store.snapshot(adopted, PC);
        assertThat(store.verify(PC, 1, List.of())).isInstanceOf(Verdict.Sound.class);

        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.write(0);
        }

        assertThat(store.verify(PC, 1, List.of()))
                .isEqualTo(new Verdict.Unsound("the canary at byte 0 reads as something else"));
    }

    @Test
    void namesThatAreTakenOrUnknownAreSaid() {
        store.snapshot(GOLDEN, PC);

        assertThatThrownBy(() -> store.snapshot(GOLDEN, PC))
                .hasMessage("there is a disk win7-x86-pc1 already");
        assertThatThrownBy(() -> store.snapshot(new DiskName("none"), new DiskName("pc2")))
                .hasMessage("there is no disk and no golden image none");
        assertThatThrownBy(() -> store.restore(PC, new DiskName("never")))
                .hasMessage("the disk win7-x86-pc1 has no checkpoint never");
        assertThatThrownBy(() -> new DiskName("../etc/shadow"))
                .hasMessageContaining("cannot name a disk");
    }

    private void write(long at, int value) throws Exception {
        Attachment attachment = store.attach(PC);
        byte[] bytes = new byte[512];
        Arrays.fill(bytes, (byte) value);
        switch (attachment.format()) {
            case RAW -> {
                try (RandomAccessFile file =
                        new RandomAccessFile(attachment.path().toFile(), "rw")) {
                    file.seek(at);
                    file.write(bytes);
                }
            }
            case QCOW2 ->
                    QemuIo.commands(
                            attachment.path(), "qcow2", "write -P " + value + " " + at + " 512");
        }
    }

    private byte[] sector(DiskName disk, long lba) {
        try (Blocks blocks = store.read(disk)) {
            return Sectors.read(blocks, lba);
        }
    }
}
