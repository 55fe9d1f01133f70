package org.tsurutus.disk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.Extent;
import org.tsurutus.disk.ImageFormat;
import org.tsurutus.disk.ScratchDisk;
import org.tsurutus.disk.Sectors;

/// What every store keeps.
public abstract class StoreContract {
    protected static final DiskName GOLDEN = new DiskName("golden");
    protected static final DiskName PC = new DiskName("win7-x86-pc1");
    private static final int UNIT = 64 * 1024;
    private static final long MEBIBYTE = 1024 * 1024;

    protected StoreBench bench;
    protected BlockStore store;

    protected abstract StoreBench bench() throws Exception;

    @BeforeEach
    void makeStore() throws Exception {
        bench = bench();
        store = bench.store();
        store.importGolden(GOLDEN, bench.scratchDisk(), ImageFormat.RAW);
    }

    @AfterEach
    void leaveNothingBehind() throws Exception {
        store.disks().forEach(store::delete);
        assertThat(store.sweep()).isEmpty();
        bench.assertNothingLeft();
    }

    @Test
    void aSnapshotReadsAsItsGoldenImageAndHoldsNothing() {
        store.snapshot(GOLDEN, PC);

        assertThat(store.goldens()).containsExactly(GOLDEN);
        assertThat(store.disks()).containsExactly(PC);
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
        write(MEBIBYTE, 1);

        assertThat(store.written(PC))
                .containsExactly(new Extent(0, UNIT), new Extent(MEBIBYTE, UNIT));
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
    void threePcsWriteAtOnceAndEachSeesItsOwn() throws Exception {
        List<DiskName> pcs = List.of(PC, new DiskName("pc2"), new DiskName("pc3"));
        for (DiskName pc : pcs) {
            store.snapshot(GOLDEN, pc);
            store.attach(pc);
        }
        bench.write(store.attach(pcs.get(0)), 0, 1);
        bench.write(store.attach(pcs.get(1)), 0, 2);

        assertThat(sector(pcs.get(0), 0)).containsOnly(1);
        assertThat(sector(pcs.get(1), 0)).containsOnly(2);
        assertThat(sector(pcs.get(2), 0)).isEqualTo(ScratchDisk.masterBootRecord());

        store.detach(pcs.get(0));
        store.rollBack(pcs.get(0));
        assertThat(sector(pcs.get(0), 0)).isEqualTo(ScratchDisk.masterBootRecord());
        assertThat(sector(pcs.get(1), 0)).containsOnly(2);
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
        write(MEBIBYTE, 2);
        store.detach(PC);
        store.checkpoint(PC, second);
        write(0, 3);
        store.detach(PC);

        assertThat(store.checkpoints(PC)).containsExactly(first, second);
        assertThat(sector(PC, 0)).containsOnly(3);
        assertThat(momentsSector(first, 0)).containsOnly(1);
        assertThat(momentsSector(second, 0)).containsOnly(2);
        assertThat(store.written(PC, first)).containsExactly(new Extent(0, UNIT));
        assertThat(store.written(PC, second))
                .containsExactly(new Extent(0, UNIT), new Extent(MEBIBYTE, UNIT));
        store.restore(PC, first);
        assertThat(sector(PC, 0)).containsOnly(1);
        assertThat(store.written(PC)).containsExactly(new Extent(0, UNIT));
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
        try (AutoCloseable _ = bench.hold(attachment)) {
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

        BlockStore other = bench.another();
        assertThat(other.attach(PC)).isEqualTo(store.attach(PC));
        other.detach(PC);
        other.rollBack(PC);

        assertThat(sector(PC, 0)).isEqualTo(ScratchDisk.masterBootRecord());
    }

    @Test
    void namesThatAreTakenOrUnknownAreSaid() throws Exception {
        store.snapshot(GOLDEN, PC);

        assertThatThrownBy(() -> store.snapshot(GOLDEN, PC))
                .hasMessage("there is a disk win7-x86-pc1 already");
        assertThatThrownBy(() -> store.snapshot(new DiskName("none"), new DiskName("pc2")))
                .hasMessage("there is no disk and no golden image none");
        assertThatThrownBy(() -> store.restore(PC, new DiskName("never")))
                .hasMessage("the disk win7-x86-pc1 has no checkpoint never");
        assertThatThrownBy(() -> store.rollBack(new DiskName("pc2")))
                .hasMessage("there is no disk pc2");
        assertThatThrownBy(() -> store.importGolden(GOLDEN, bench.scratchDisk(), ImageFormat.RAW))
                .hasMessage("there is a golden image golden already");
    }

    protected final byte[] momentsSector(DiskName moment, long lba) {
        try (Blocks blocks = store.read(PC, moment)) {
            return Sectors.read(blocks, lba);
        }
    }

    private void write(long at, int value) throws Exception {
        bench.write(store.attach(PC), at, value);
    }

    protected final byte[] sector(DiskName disk, long lba) {
        try (Blocks blocks = store.read(disk)) {
            return Sectors.read(blocks, lba);
        }
    }
}
