package org.tsurutus.disk.evidence;

import java.util.List;
import java.util.Optional;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.Sectors;
import org.tsurutus.disk.evidence.DiskStructure.Copy;

/// Where NTFS keeps what holds a volume together: the BIOS parameter block names the master file
/// table, whose first records name everything else.
final class NtfsReader {
    private static final int MOST_RECORD = 4096;
    private static final int LEAST_RECORD = 512;
    private static final int MOST_CLUSTER = 2 * 1024 * 1024;

    private final Blocks disk;
    private final Volume volume;
    private final long unit;
    private final long volumeSectors;
    private final long clusterSectors;
    private final int recordBytes;
    private final long mftCluster;

    private NtfsReader(Blocks disk, Volume volume, Sector boot) {
        this.disk = disk;
        this.volume = volume;
        this.unit = Sector.unit(boot.u16(0x0b));
        this.clusterSectors = unit * perCluster(boot.u8(0x0d));
        this.volumeSectors = boot.u64(0x28);
        this.mftCluster = boot.u64(0x30);
        this.recordBytes = recordBytes(boot.u8(0x40));
    }

    /// Numbers from 0x80 on are powers of two, negated.
    private static long perCluster(int coded) {
        return coded < 0x80 ? coded : 1L << Math.min(256 - coded, 30);
    }

    /// Numbers from 0x80 on are powers of two of bytes, negated; others count clusters.
    private int recordBytes(int coded) {
        return coded < 0x80
                ? (int) Math.min(coded * clusterSectors * Sectors.SIZE, Integer.MAX_VALUE)
                : 1 << Math.min(256 - coded, 30);
    }

    static boolean recognises(Sector boot) {
        return boot.isBootable() && boot.says(3, "NTFS    ");
    }

    static void paint(Blocks disk, Volume volume, Sector boot, RegionPainter painter) {
        NtfsReader reader = new NtfsReader(disk, volume, boot);
        painter.paintIn(volume, 0, 1, new DiskStructure.BootSector(Copy.PRIMARY));
        if (reader.isSane()) {
            reader.paint(painter);
        }
    }

    private boolean isSane() {
        return unit > 0
                && clusterSectors > 0
                && clusterSectors * Sectors.SIZE <= MOST_CLUSTER
                && recordBytes >= LEAST_RECORD
                && recordBytes <= MOST_RECORD
                && mftCluster > 0
                && mftCluster < volume.sectors() / clusterSectors
                && volumeSectors > 0
                && volumeSectors <= volume.sectors() / unit;
    }

    private void paint(RegionPainter painter) {
        for (NtfsSystemFile file : NtfsSystemFile.values()) {
            for (NtfsRun run : runs(file)) {
                long lba = run.cluster() * clusterSectors;
                painter.paintIn(
                        volume,
                        lba,
                        run.clusters() * clusterSectors,
                        new DiskStructure.NtfsFile(file));
            }
        }
        painter.paintIn(volume, 0, unit, new DiskStructure.BootSector(Copy.PRIMARY));
        painter.paintIn(
                volume, volumeSectors * unit, unit, new DiskStructure.BootSector(Copy.BACKUP));
    }

    private List<NtfsRun> runs(NtfsSystemFile file) {
        long at =
                (volume.lba() + mftCluster * clusterSectors) * Sectors.SIZE
                        + (long) file.number() * recordBytes;
        if (at + recordBytes > volume.end() * Sectors.SIZE) {
            return List.of();
        }
        Optional<Sector> fileRecord = NtfsRecord.read(disk.bytes(at, recordBytes));
        return fileRecord
                .map(content -> NtfsRecord.runs(content, volume.sectors() / clusterSectors))
                .orElse(List.of());
    }
}
