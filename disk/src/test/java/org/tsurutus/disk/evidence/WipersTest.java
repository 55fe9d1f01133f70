package org.tsurutus.disk.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.disk.Extent;
import org.tsurutus.disk.FileBlocks;
import org.tsurutus.disk.Hashes;

/// Each known way of destroying a disk leaves evidence of its own.
class WipersTest {
    private static final SplittableRandom RANDOM = new SplittableRandom(20261123);

    @TempDir static Path bases;
    private static Path guid;
    private static Path masterBoot;

    @TempDir Path folder;
    private Path disk;

    @BeforeAll
    static void makeBases() throws Exception {
        guid = RealDisk.guid(bases);
        masterBoot = RealDisk.masterBoot(bases);
    }

    @BeforeEach
    void nameTheDisk() {
        disk = folder.resolve("disk.raw");
    }

    @Test
    void aWiperOf512BytesTakesTheBootRecord() throws Exception {
        Files.copy(masterBoot, disk);
        byte[] noise = noise(1);
        RealDisk.write(disk, 0, noise);

        List<SectorRun> runs = evidence(masterBoot).runs();

        assertThat(told(runs)).containsExactly(WHOLE_RECORD + " 0+1");
        assertThat(runs.getFirst().newSha256()).isEqualTo(Hashes.sha256(noise));
        assertThat(runs.getFirst().oldSha256()).isEqualTo(Hashes.sha256(sectors(masterBoot, 0, 1)));
    }

    @Test
    void aBootkitThatKeepsTheTableChangesTheCodeOnly() throws Exception {
        Files.copy(masterBoot, disk);
        RealDisk.write(disk, 0, Arrays.copyOf(noise(1), 440));

        assertThat(told(evidence(masterBoot).runs())).containsExactly("mbr-code 0+1");
    }

    @Test
    void aWiperThatOnlyTakesTheTableIsNoBootkit() throws Exception {
        Files.copy(masterBoot, disk);
        byte[] record = sectors(masterBoot, 0, 1);
        Arrays.fill(record, 446, 510, (byte) 0);
        RealDisk.write(disk, 0, record);

        assertThat(told(evidence(masterBoot).runs())).containsExactly("mbr-table 0+1");
    }

    @Test
    void aWiperOf4KibibytesReachesIntoTheSlackOrTheGuidTable() throws Exception {
        Files.copy(masterBoot, disk);
        RealDisk.write(disk, 0, noise(8));
        assertThat(told(evidence(masterBoot).runs()))
                .containsExactly(WHOLE_RECORD + " 0+1", "slack 1+7");

        Files.delete(disk);
        Files.copy(guid, disk);
        RealDisk.write(disk, 0, noise(8));
        assertThat(told(evidence(guid).runs()))
                .containsExactly(WHOLE_RECORD + " 0+1", "gpt-header 1+1", "gpt-entries 2+6");
    }

    @Test
    void aWiperOfTheBackupOfTheGuidTableIsSeenAtTheEnd() throws Exception {
        Files.copy(guid, disk);
        RealDisk.write(disk, RealDisk.SECTORS - 33, noise(33));

        assertThat(told(evidence(guid).runs()))
                .containsExactly(
                        "gpt-backup-entries " + (RealDisk.SECTORS - 33) + "+32",
                        "gpt-backup-header " + (RealDisk.SECTORS - 1) + "+1");
    }

    @Test
    void aWiperOfABootSectorNamesItsVolume() throws Exception {
        Files.copy(guid, disk);
        RealDisk.write(disk, RealDisk.NTFS_START, noise(1));
        RealDisk.write(disk, 53248, noise(1));

        List<SectorRun> runs = evidence(guid).runs();

        assertThat(told(runs)).containsExactly("boot-sector 2048+1", "boot-sector 53248+1");
        assertThat(runs)
                .extracting(run -> run.place().volume().orElseThrow().fileSystem())
                .containsExactly(FileSystem.NTFS, FileSystem.FAT);
        assertThat(runs)
                .extracting(run -> run.place().volume().orElseThrow().number())
                .containsExactly(1, 2);
    }

    @Test
    void aWiperOfTheMasterFileTableIsToldFromOneOfItsMirror() throws Exception {
        DiskMap map = map(guid);
        for (NtfsSystemFile file : NtfsSystemFile.values()) {
            Region region =
                    map.regions().stream()
                            .filter(any ->
                                    any.place()
                                            .structure()
                                            .equals(new DiskStructure.NtfsFile(file)))
                            .findFirst()
                            .orElseThrow();
            Files.deleteIfExists(disk);
            Files.copy(guid, disk);
            RealDisk.write(disk, region.lba(), noise(2));

            assertThat(told(evidence(guid).runs()))
                    .containsExactly(file.label() + " " + region.lba() + "+2");
        }
    }

    @Test
    void aHiddenStoreBehindThePartitionsIsSeen() throws Exception {
        Files.copy(masterBoot, disk);
        RealDisk.write(disk, RealDisk.SECTORS - 3, noise(3));

        assertThat(told(evidence(masterBoot).runs()))
                .containsExactly("unpartitioned " + (RealDisk.SECTORS - 3) + "+3");
    }

    @Test
    void aWiperOfTheWholeDiskLeavesNoStructureAsItWas() throws Exception {
        Files.copy(guid, disk);
        RealDisk.write(disk, 0, noise((int) RealDisk.SECTORS));

        DiskEvidence evidence = evidence(guid);

        assertThat(evidence.total()).isEqualTo(RealDisk.SECTORS);
        assertThat(told(evidence.runs()))
                .containsExactlyElementsOf(
                        map(guid).regions().stream()
                                .map(region ->
                                        region.place().structure().label()
                                                + " "
                                                + region.lba()
                                                + "+"
                                                + region.sectors())
                                .toList());
    }

    private static final String WHOLE_RECORD =
            Arrays.stream(BootRecordPart.values())
                    .map(BootRecordPart::label)
                    .collect(Collectors.joining("+"));

    private DiskEvidence evidence(Path base) {
        try (FileBlocks before = FileBlocks.open(base);
                FileBlocks after = FileBlocks.open(disk)) {
            return DiskEvidence.read(before, after, List.of(new Extent(0, before.size())));
        }
    }

    private static DiskMap map(Path base) {
        try (FileBlocks blocks = FileBlocks.open(base)) {
            return DiskMap.of(blocks);
        }
    }

    private static List<String> told(List<SectorRun> runs) {
        return runs.stream()
                .map(run -> run.place().structure().label() + " " + run.lba() + "+" + run.count())
                .toList();
    }

    private static byte[] sectors(Path base, long lba, int count) {
        try (FileBlocks blocks = FileBlocks.open(base)) {
            return blocks.bytes(lba * 512, count * 512);
        }
    }

    private static byte[] noise(int sectors) {
        byte[] bytes = new byte[sectors * 512];
        RANDOM.nextBytes(bytes);
        for (int at = 0; at < bytes.length; at += 512) {
            bytes[at + 510] = 1;
        }
        return bytes;
    }
}
