package org.tsurutus.disk.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.FileBlocks;
import org.tsurutus.disk.Hashes;
import org.tsurutus.disk.ScratchDisk;
import org.tsurutus.disk.qcow.OverlaidDisk;
import org.tsurutus.disk.qcow.Overlay;

class DiskEvidenceTest {
    @TempDir Path directory;
    private OverlaidDisk disk;

    @BeforeEach
    void makeDisks() {
        disk = OverlaidDisk.in(directory);
    }

    private DiskEvidence compare() {
        return compare(DiskEvidence.MOST_RUNS);
    }

    private DiskEvidence compare(int mostRuns) {
        try (Blocks before = FileBlocks.open(disk.base());
                Blocks after = disk.after()) {
            return DiskEvidence.read(before, after, Overlay.written(disk.layers()), mostRuns);
        }
    }

    @Test
    void nothingWrittenIsNothingChanged() {
        assertThat(compare()).isEqualTo(new DiskEvidence(List.of(), 0, 0));
    }

    @Test
    void anOverwrittenBootSectorIsSeenWithItsHashesBeforeAndAfter() throws Exception {
        disk.write("write -P 0x5a 0 512");

        assertThat(compare().runs()).containsExactly(bootRecord(filled(1, 0x5a)));
    }

    @Test
    void sectorsThatLieApartAreRunsOfTheirOwnAndNeighboursAreOne() throws Exception {
        disk.write(
                "write -P 1 512 512",
                "write -P 2 1536 1024",
                "write -P 3 65024 1024",
                "write -P 4 512000 512");

        assertThat(compare().runs())
                .containsExactly(
                        slack(1, 1, filled(1, 0), filled(1, 1)),
                        slack(3, 2, filled(2, 0), filled(2, 2)),
                        slack(127, 2, filled(2, 0), filled(2, 3)),
                        slack(1000, 1, filled(1, 0), filled(1, 4)));
    }

    @Test
    void aRunGoesOnAcrossChunksOfTheComparison() throws Exception {
        disk.write("write -P 9 2M 3M");

        assertThat(compare().runs())
                .containsExactly(
                        new SectorRun(
                                4096,
                                6144,
                                sha256(filled(6144, 0)),
                                sha256(filled(6144, 9)),
                                Place.in(
                                        new Volume(1, 2048, 129024, FileSystem.UNKNOWN),
                                        new DiskStructure.VolumeData())));
    }

    @Test
    void writingWhatWasThereIsNoChange() throws Exception {
        disk.write("write -P 0 1M 512", "write -z 4M 1M");

        assertThat(compare().total()).isZero();
    }

    @Test
    void erasingToZerosIsAChange() throws Exception {
        disk.write("write -z 0 64k");

        assertThat(compare().runs()).containsExactly(bootRecord(filled(1, 0)));
    }

    @Test
    void aWriteThatStartsInsideASectorChangesThatSector() throws Exception {
        disk.write("write -P 1 1000 100");

        assertThat(compare().runs()).extracting(SectorRun::lba).containsExactly(1L);
        assertThat(compare().total()).isEqualTo(2);
    }

    @Test
    void runsOverTheBoundAreCounted() throws Exception {
        List<String> writes = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            writes.add("write -P 1 " + (i * 4096 + 512) + " 1024");
        }
        disk.write(writes.toArray(new String[0]));

        DiskEvidence changed = compare(4);

        assertThat(changed.runs()).extracting(SectorRun::lba).containsExactly(1L, 9L, 17L, 25L);
        assertThat(changed.unlistedRuns()).isEqualTo(6);
        assertThat(changed.unlistedSectors()).isEqualTo(12);
        assertThat(changed.total()).isEqualTo(20);
    }

    @Test
    void randomWritesAreFoundAsAPlainComparisonFindsThem() throws Exception {
        long seed = 20261124;
        System.out.println("DiskEvidenceTest seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        byte[] content = new byte[(int) ScratchDisk.SIZE];
        try (RandomAccessFile file = new RandomAccessFile(disk.base().toFile(), "rw")) {
            for (int i = 0; i < 200; i++) {
                file.seek(random.nextInt(4096) * 512L);
                file.write(random.nextInt(1, 4));
            }
            file.seek(0);
            file.readFully(content);
        }
        List<String> writes = new ArrayList<>();
        byte[] changed = content.clone();
        for (int i = 0; i < 60; i++) {
            int start = random.nextInt(4096 * 512);
            int length = random.nextInt(1, 3000);
            int pattern = random.nextInt(4);
            writes.add("write -P " + pattern + " " + start + " " + length);
            Arrays.fill(changed, start, start + length, (byte) pattern);
        }
        disk.write(writes.toArray(new String[0]));

        TreeSet<Long> expected = new TreeSet<>();
        for (int at = 0; at < content.length; at += 512) {
            if (!Arrays.equals(content, at, at + 512, changed, at, at + 512)) {
                expected.add(at / 512L);
            }
        }
        TreeSet<Long> found = new TreeSet<>();
        for (SectorRun run : compare().runs()) {
            for (long lba = run.lba(); lba < run.lba() + run.count(); lba++) {
                found.add(lba);
            }
            int start = (int) run.lba() * 512;
            int end = start + (int) run.count() * 512;
            assertThat(run.oldSha256()).isEqualTo(sha256(Arrays.copyOfRange(content, start, end)));
            assertThat(run.newSha256()).isEqualTo(sha256(Arrays.copyOfRange(changed, start, end)));
        }
        assertThat(found).isEqualTo(expected).hasSizeGreaterThan(60);
    }

    @Test
    void nothingIsLeftBehindAndAMissingOverlayIsNamed() throws Exception {
        disk.write("write -P 0x5a 0 512");
        compare();

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactlyInAnyOrder(disk.base(), disk.overlay());
        }
        disk = new OverlaidDisk(directory, disk.base(), directory.resolve("absent.qcow2"));
        assertThatThrownBy(this::compare)
                .isInstanceOf(DiskException.class)
                .hasMessageContaining("absent.qcow2");
    }

    private static byte[] filled(int sectors, int value) {
        byte[] bytes = new byte[sectors * 512];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static String sha256(byte[] bytes) {
        return Hashes.sha256(bytes);
    }

    private static SectorRun slack(long lba, long count, byte[] before, byte[] after) {
        return new SectorRun(
                lba,
                count,
                sha256(before),
                sha256(after),
                Place.outside(new DiskStructure.Slack()));
    }

    private static SectorRun bootRecord(byte[] after) {
        Place place =
                Place.outside(
                        new DiskStructure.MasterBootRecord(
                                BootRecordPart.differing(
                                        ScratchDisk.masterBootRecord(), after, 0)));
        return new SectorRun(0, 1, sha256(ScratchDisk.masterBootRecord()), sha256(after), place);
    }
}
