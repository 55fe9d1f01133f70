package org.tsurutus.disk.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.disk.FileBlocks;
import org.tsurutus.disk.ScratchDisk;
import org.tsurutus.disk.Tool;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The map of disks that real tools made, against what those tools say of them.
class DiskMapTest {
    @TempDir Path folder;

    @Test
    void volumesAreThoseThatSfdiskLists() throws Exception {
        for (Path disk : List.of(RealDisk.guid(folder), RealDisk.masterBoot(folder))) {
            List<String> listed = new ArrayList<>();
            JsonNode table =
                    JsonMapper.shared()
                            .readTree(Tool.run("", "sfdisk", "--json", disk.toString()))
                            .path("partitiontable");
            for (JsonNode partition : table.path("partitions")) {
                if (!partition.path("type").asString("").equals("5")) {
                    listed.add(
                            partition.path("node").asString("").substring(disk.toString().length())
                                    + " "
                                    + partition.path("start").asLong()
                                    + " "
                                    + partition.path("size").asLong());
                }
            }
            assertThat(map(disk).volumes())
                    .extracting(
                            volume -> volume.number() + " " + volume.lba() + " " + volume.sectors())
                    .containsExactlyElementsOf(listed);
        }
    }

    @Test
    void fileSystemsAreKnownByTheirOwnFields() throws Exception {
        assertThat(map(RealDisk.guid(folder)).volumes())
                .extracting(Volume::fileSystem)
                .containsExactly(FileSystem.NTFS, FileSystem.FAT, FileSystem.EXFAT);
        assertThat(map(RealDisk.masterBoot(folder)).volumes())
                .extracting(Volume::fileSystem)
                .containsExactly(
                        FileSystem.NTFS, FileSystem.FAT, FileSystem.UNKNOWN, FileSystem.UNKNOWN);
    }

    @Test
    void theGuidTableLiesWhereSgdiskSaysAndItsCopyAtTheVeryEnd() throws Exception {
        Path disk = RealDisk.guid(folder);
        String said = Tool.run("", "sgdisk", "-p", disk.toString());
        long first = number(said, "table begins at sector (\\d+)");
        long last = number(said, "and ends at sector (\\d+)");

        assertThat(places(map(disk), "gpt"))
                .containsExactly(
                        "gpt-header 1+1",
                        "gpt-entries " + first + "+" + (last - first + 1),
                        "gpt-backup-entries " + (RealDisk.SECTORS - 33) + "+32",
                        "gpt-backup-header " + (RealDisk.SECTORS - 1) + "+1");
    }

    @Test
    void theMasterFileTableLiesWhereNtfsinfoSays() throws Exception {
        DiskMap map = map(RealDisk.guid(folder));
        Path ntfs = folder.resolve("ntfs.raw");
        String said = Tool.run("", "ntfsinfo", "-m", "-f", ntfs.toString());
        long cluster = number(said, "Cluster Size: (\\d+)") / 512;
        long table = number(said, "LCN of Data Attribute for FILE_MFT: (\\d+)") * cluster;
        long mirror = number(said, "LCN of Data Attribute for File_MFTMirr: (\\d+)") * cluster;

        assertThat(map.at(RealDisk.NTFS_START + table).lba())
                .isEqualTo(RealDisk.NTFS_START + table);
        assertThat(label(map, RealDisk.NTFS_START + table)).isEqualTo("ntfs-mft");
        assertThat(label(map, RealDisk.NTFS_START + mirror)).isEqualTo("ntfs-mftmirr");
        assertThat(map.at(RealDisk.NTFS_START + mirror).sectors()).isEqualTo(cluster);
    }

    @Test
    void eachSystemFilesClustersAreThoseThatNtfsclusterFinds() throws Exception {
        DiskMap map = map(RealDisk.guid(folder));
        for (Region region : map.regions()) {
            if (region.place().structure() instanceof DiskStructure.NtfsFile file) {
                long cluster = (region.lba() - RealDisk.NTFS_START) / 8;
                String said =
                        Tool.run(
                                "",
                                "ntfscluster",
                                "-f",
                                "-c",
                                cluster + "-" + cluster,
                                folder.resolve("ntfs.raw").toString());
                assertThat(said).containsPattern("Inode " + file.file().number() + " ");
            }
        }
        assertThat(places(map, "ntfs"))
                .extracting(place -> place.substring(0, place.indexOf(' ')))
                .contains("ntfs-boot", "ntfs-mft", "ntfs-logfile", "ntfs-mftmirr");
    }

    @Test
    void bootSectorsHaveTheirCopies() throws Exception {
        long fat = 53248;
        long exFat = fat + 80 * 1024;

        assertThat(places(map(RealDisk.guid(folder)), "b"))
                .containsExactly(
                        "boot-sector " + RealDisk.NTFS_START + "+1",
                        "backup-boot-sector "
                                + (RealDisk.NTFS_START + RealDisk.NTFS_SECTORS - 1)
                                + "+1",
                        "boot-sector " + fat + "+1",
                        "backup-boot-sector " + (fat + 6) + "+1",
                        "boot-sector " + exFat + "+12",
                        "backup-boot-sector " + (exFat + 12) + "+12");
    }

    @Test
    void logicalDrivesHaveTheirRecordsAndWhatLiesBetweenIsSlack() throws Exception {
        DiskMap map = map(RealDisk.masterBoot(folder));

        assertThat(places(map, "extended"))
                .containsExactly("extended-boot-record 83968+1", "extended-boot-record 94208+1");
        assertThat(label(map, 1)).isEqualTo("slack");
        assertThat(label(map, 83969)).isEqualTo("slack");
        assertThat(label(map, RealDisk.SECTORS - 1)).isEqualTo("unpartitioned");
    }

    @Test
    void aDiskThatIsOneVolumeHasNoBootRecordButABootSector() throws Exception {
        DiskMap map = map(RealDisk.ntfs(folder, 0, RealDisk.NTFS_SECTORS));

        assertThat(map.volumes())
                .containsExactly(new Volume(0, 0, RealDisk.NTFS_SECTORS, FileSystem.NTFS));
        assertThat(label(map, 0)).isEqualTo("boot-sector");
    }

    @Test
    void aDiskOfZerosHasABootRecordAllTheSame() throws Exception {
        Path disk = folder.resolve("empty.raw");
        try (RandomAccessFile file = new RandomAccessFile(disk.toFile(), "rw")) {
            file.setLength(1024 * 1024);
        }

        assertThat(places(map(disk), ""))
                .containsExactly(
                        "mbr-code+mbr-disk-signature+mbr-table+mbr-signature 0+1",
                        "unpartitioned 1+2047");
    }

    @Test
    void theScratchDiskHasOneVolumeOfNoKnownKind() {
        Path disk = folder.resolve("scratch.raw");
        ScratchDisk.create(disk);

        assertThat(map(disk).volumes())
                .containsExactly(new Volume(1, 2048, 129024, FileSystem.UNKNOWN));
    }

    private static DiskMap map(Path disk) {
        try (FileBlocks blocks = FileBlocks.open(disk)) {
            return DiskMap.of(blocks);
        }
    }

    private static String label(DiskMap map, long lba) {
        return map.at(lba).place().structure().label();
    }

    private static List<String> places(DiskMap map, String prefix) {
        return map.regions().stream()
                .map(region ->
                        region.place().structure().label()
                                + " "
                                + region.lba()
                                + "+"
                                + region.sectors())
                .filter(place -> place.startsWith(prefix))
                .toList();
    }

    private static long number(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as("%s in %s", pattern, text).isTrue();
        return Long.parseLong(matcher.group(1));
    }
}
