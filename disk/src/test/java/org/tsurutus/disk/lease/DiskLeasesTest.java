package org.tsurutus.disk.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.ImageFormat;
import org.tsurutus.disk.Milestones;
import org.tsurutus.disk.ScratchDisk;
import org.tsurutus.disk.Sectors;
import org.tsurutus.disk.qcow.OverlayStore;
import org.tsurutus.disk.qcow.QemuIo;
import org.tsurutus.disk.store.DiskName;

class DiskLeasesTest {
    private static final DiskName GOLDEN = new DiskName("golden");
    private static final DiskName PC1 = new DiskName("pc1");
    private static final DiskName PC2 = new DiskName("pc2");
    private static final long WORST = ScratchDisk.SIZE;

    @TempDir Path folder;
    private Path image;
    private OverlayStore store;
    private DiskLeases leases;

    @BeforeEach
    void openStore() {
        image = folder.resolve("image.raw");
        ScratchDisk.create(image);
        store = OverlayStore.plain(folder.resolve("store"), Milestones.UNWATCHED);
        store.adopt(GOLDEN, image, ImageFormat.RAW);
        leases = open(Milestones.UNWATCHED);
    }

    private DiskLeases open(Milestones milestones) {
        return DiskLeases.open(store, folder.resolve("leases"), milestones);
    }

    @AfterEach
    void close() {
        leases.close();
    }

    @Test
    void aWriteOutlivesABootAndEndsWithTheLease() throws Exception {
        try (DiskLease lease = leases.lease(GOLDEN, PC1, WORST)) {
            overwriteSector0(lease);
            assertThat(leases.states().get(PC1)).isInstanceOf(DiskState.InUse.class);
            assertThat(sector0(lease)).containsOnly(0x5a);
            assertThat(lease.written()).hasSize(1);
        }

        assertThat(leases.states()).containsEntry(PC1, new DiskState.Verified());
        try (DiskLease lease = leases.lease(GOLDEN, PC1, WORST)) {
            assertThat(sector0(lease)).isEqualTo(ScratchDisk.masterBootRecord());
        }
    }

    @Test
    void aDiskIsOneRunsAtATime() {
        try (DiskLease _ = leases.lease(GOLDEN, PC1, WORST)) {
            assertThatThrownBy(() -> leases.lease(GOLDEN, PC1, WORST))
                    .isInstanceOf(DiskException.class)
                    .hasMessageContaining("the disk pc1 is held by");
        }
    }

    @Test
    void underALiveMachineNothingIsRolledBack() throws Exception {
        DiskLease lease = leases.lease(GOLDEN, PC1, WORST);
        overwriteSector0(lease);
        try (RandomAccessFile _ = new RandomAccessFile(lease.attachment().path().toFile(), "r")) {
            assertThatThrownBy(lease::close).hasMessageContaining("is still open by");
        }
        assertThat(leases.states().get(PC1)).isInstanceOf(DiskState.InUse.class);
        assertThat(sector0(lease)).containsOnly(0x5a);
        lease.close();
        assertThat(leases.states()).containsEntry(PC1, new DiskState.Verified());
    }

    @Test
    void aDiskThatIsNotWhatItMustBeIsQuarantinedUntilAPersonSaysSo() throws Exception {
        try (DiskLease _ = leases.lease(GOLDEN, PC1, WORST)) {
            // made and rolled back
        }
        damage();

        assertThatThrownBy(() -> leases.lease(GOLDEN, PC1, WORST))
                .isInstanceOf(DiskException.class)
                .hasMessageContaining("goes to quarantine instead of a run")
                .hasMessageContaining("1 stretches are changed, first at byte 4194304");
        assertThatThrownBy(() -> leases.lease(GOLDEN, PC1, WORST))
                .hasMessageContaining("the disk pc1 is in quarantine")
                .hasMessageContaining("release it by hand");
        assertThat(leases.recover()).isEmpty();
        assertThat(leases.states().get(PC1)).isInstanceOf(DiskState.Quarantined.class);

        assertThat(leases.pardon(PC1)).isEqualTo(new DiskState.Verified());
        leases.lease(GOLDEN, PC1, WORST).close();
    }

    @Test
    void aRollbackAfterWhichSomethingDiffersEndsInQuarantine() throws Exception {
        DiskLease lease;
        try (DiskLeases meddled =
                open(what -> {
                    if (what.equals("before the line: ROLL_BACK is done")) {
                        damage();
                    }
                })) {
            lease = meddled.lease(GOLDEN, PC1, WORST);
            lease.close();
        }

        assertThat(leases.states().get(PC1))
                .isEqualTo(
                        new DiskState.Quarantined(
                                "1 stretches are changed, first at byte 4194304"));
    }

    @Test
    void aGoldenImageThatSomebodyChangedIsNotGivenOut() throws Exception {
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.write(0);
        }

        assertThatThrownBy(() -> leases.lease(GOLDEN, PC1, WORST))
                .hasMessageContaining("the canary at byte 0 reads as something else");
    }

    @Test
    void whatTheStoreCannotHoldIsNotPromised() {
        long free = store.space().free();
        assertThatThrownBy(() -> leases.lease(GOLDEN, PC1, free * 2))
                .isInstanceOfSatisfying(
                        StoreFullException.class,
                        full -> assertThat(full.missing()).isBetween(free / 2, free * 2))
                .hasMessageContaining("bytes are missing; free some, or wait");
        assertThat(leases.states()).isEmpty();

        long most = free / 4 * 3;
        try (DiskLease _ = leases.lease(GOLDEN, PC1, most)) {
            assertThatThrownBy(() -> leases.lease(GOLDEN, PC2, most))
                    .isInstanceOf(StoreFullException.class)
                    .hasMessageContaining(most + " are promised to other runs");
        }
        leases.lease(GOLDEN, PC2, most).close();
    }

    @Test
    void aDiskOfAnotherGoldenImageIsMadeAnew() {
        Path other = folder.resolve("other.raw");
        ScratchDisk.create(other);
        DiskName otherName = new DiskName("other");
        store.adopt(otherName, other, ImageFormat.RAW);
        leases.lease(GOLDEN, PC1, WORST).close();

        try (DiskLease lease = leases.lease(otherName, PC1, WORST)) {
            assertThat(store.origin(lease.disk())).contains(otherName);
        }
    }

    @Test
    void aDiskThatADeadControllersMachineStillHasOpenGoesToQuarantine() throws Exception {
        DiskLeases dead = open(Milestones.UNWATCHED);
        DiskLease lease = dead.lease(GOLDEN, PC1, WORST);
        dead.close();
        try (RandomAccessFile _ = new RandomAccessFile(lease.attachment().path().toFile(), "r")) {
            assertThat(leases.recover().getFirst())
                    .contains("the disk pc1 goes to quarantine", "is still open by");
        }
    }

    @Test
    void theDiskOfALivingControllerIsNotTakenOver() {
        try (DiskLeases other = open(Milestones.UNWATCHED);
                DiskLease _ = other.lease(GOLDEN, PC1, WORST)) {
            assertThat(leases.recover()).isEmpty();
            assertThat(leases.states().get(PC1)).isInstanceOf(DiskState.InUse.class);
        }
    }

    @Test
    void aLineThatWasWrittenHalfIsAsIfItNeverWas() throws Exception {
        leases.lease(GOLDEN, PC1, WORST).close();
        Path journal = folder.resolve("leases/journal.jsonl");
        long whole = Files.size(journal);
        Files.writeString(journal, "{\"at\":\"2026-", StandardOpenOption.APPEND);

        assertThat(leases.states()).containsEntry(PC1, new DiskState.Verified());
        assertThat(journal).hasSize(whole);
        leases.lease(GOLDEN, PC1, WORST).close();
        assertThat(leases.states()).containsEntry(PC1, new DiskState.Verified());
    }

    @Test
    void aLongJournalIsWrittenAnew() throws Exception {
        leases.lease(GOLDEN, PC1, WORST).close();
        Path journal = folder.resolve("leases/journal.jsonl");
        String line = Files.readAllLines(journal).getLast() + "\n";
        Files.writeString(
                journal, line.repeat(1024 * 1024 / line.length() + 1), StandardOpenOption.APPEND);

        assertThat(leases.states()).containsEntry(PC1, new DiskState.Verified());
        assertThat(Files.readAllLines(journal)).containsExactly(line.strip());
    }

    @Test
    void aDeletedDiskIsForgotten() {
        leases.lease(GOLDEN, PC1, WORST).close();

        leases.delete(PC1);

        assertThat(leases.states()).isEmpty();
        assertThat(store.disks()).isEmpty();
    }

    @Test
    void whatAPersonLeasesOutlivesTheCommandAndIsTakenBackByAnother() throws Exception {
        try (DiskLeases command = DiskLeases.byHand(store, folder.resolve("leases"))) {
            overwriteSector0(command.lease(GOLDEN, PC1, WORST));
        }

        assertThat(leases.recover()).isEmpty();
        assertThatThrownBy(() -> leases.lease(GOLDEN, PC1, WORST))
                .hasMessage("the disk pc1 is held by a person");
        assertThatThrownBy(() -> leases.takeBack(PC1)).hasMessageContaining("is not leased by ");
        try (DiskLeases command = DiskLeases.byHand(store, folder.resolve("leases"))) {
            assertThat(command.takeBack(PC1)).isEqualTo(new DiskState.Verified());
            assertThatThrownBy(() -> command.takeBack(PC1))
                    .hasMessage("the disk pc1 is not leased by a person");
        }
        assertThat(store.written(PC1)).isEmpty();
    }

    private void damage() {
        try {
            QemuIo.commands(
                    folder.resolve("store/disks/pc1/disk.qcow2"), "qcow2", "write -P 1 4M 512");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void overwriteSector0(DiskLease lease) throws Exception {
        QemuIo.commands(lease.attachment().path(), "qcow2", "write -P 0x5a 0 512");
    }

    private static byte[] sector0(DiskLease lease) {
        try (Blocks disk = lease.after()) {
            return Sectors.read(disk, 0);
        }
    }
}
