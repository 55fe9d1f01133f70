package org.tsurutus.disk.evidence;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.Sectors;
import org.tsurutus.disk.evidence.DiskStructure.Copy;

/// What each sector of a disk is, by what the disk itself says. Whatever it says is bounded by the
/// ends of disk and volume, and what makes no sense is passed over: every disk has a map.
public final class DiskMap {
    private final List<Volume> volumes;
    private final NavigableMap<Long, Region> regions = new TreeMap<>();

    private DiskMap(List<Volume> volumes, List<Region> regions) {
        this.volumes = List.copyOf(volumes);
        regions.forEach(region -> this.regions.put(region.lba(), region));
    }

    /// Reads a disk's structures: a few sectors of it, however large it is.
    ///
    /// @throws DiskException when the disk cannot be read or has no whole sector
    public static DiskMap of(Blocks disk) {
        long sectors = disk.size() / Sectors.SIZE;
        if (sectors == 0) {
            throw new DiskException("a disk of " + disk.size() + " bytes has no sectors");
        }
        MasterBootReader record = new MasterBootReader(disk, sectors).read();
        GptReader table = new GptReader(disk, sectors);
        List<Partition> partitions = table.exists() ? table.partitions() : record.partitions();
        boolean isOneVolume =
                partitions.isEmpty()
                        && !table.exists()
                        && recognise(Sector.read(disk, 0)) != FileSystem.UNKNOWN;
        if (isOneVolume) {
            partitions = List.of(new Partition(0, 0, sectors));
        }
        RegionPainter painter =
                new RegionPainter(sectors, Place.outside(new DiskStructure.Unpartitioned()));
        List<Volume> volumes = paintPartitions(disk, partitions, painter);
        for (long extended : record.extendedRecords()) {
            painter.paint(extended, 1, Place.outside(new DiskStructure.ExtendedBootRecord()));
        }
        if (!isOneVolume) {
            painter.paint(0, 1, Place.outside(wholeBootRecord()));
        }
        // Last, so that no partition can claim the tables' own sectors.
        table.paint(painter);
        return new DiskMap(volumes, painter.regions());
    }

    private static DiskStructure wholeBootRecord() {
        return new DiskStructure.MasterBootRecord(EnumSet.allOf(BootRecordPart.class));
    }

    private static List<Volume> paintPartitions(
            Blocks disk, List<Partition> partitions, RegionPainter painter) {
        long end = partitions.stream().mapToLong(Partition::end).max().orElse(0);
        painter.paint(0, end, Place.outside(new DiskStructure.Slack()));
        List<Volume> volumes = new ArrayList<>();
        for (Partition partition : partitions) {
            Sector boot = Sector.read(disk, partition.lba());
            Volume volume =
                    new Volume(
                            partition.number(),
                            partition.lba(),
                            partition.sectors(),
                            recognise(boot));
            volumes.add(volume);
            painter.paintIn(volume, 0, volume.sectors(), new DiskStructure.VolumeData());
            paintVolume(disk, volume, boot, painter);
        }
        return volumes;
    }

    private static FileSystem recognise(Sector boot) {
        if (NtfsReader.recognises(boot)) {
            return FileSystem.NTFS;
        }
        if (ExFatReader.recognises(boot)) {
            return FileSystem.EXFAT;
        }
        return FatReader.recognises(boot) ? FileSystem.FAT : FileSystem.UNKNOWN;
    }

    private static void paintVolume(
            Blocks disk, Volume volume, Sector boot, RegionPainter painter) {
        switch (volume.fileSystem()) {
            case NTFS -> NtfsReader.paint(disk, volume, boot, painter);
            case FAT -> FatReader.paint(volume, boot, painter);
            case EXFAT -> ExFatReader.paint(volume, boot, painter);
            case UNKNOWN ->
                    painter.paintIn(volume, 0, 1, new DiskStructure.BootSector(Copy.PRIMARY));
        }
    }

    /// The disk's volumes in the order of its table.
    public List<Volume> volumes() {
        return volumes;
    }

    /// All of the disk, in its order, without gaps.
    public List<Region> regions() {
        return List.copyOf(regions.values());
    }

    /// What a sector belongs to; what lies behind the disk's last whole sector counts as that.
    ///
    /// @param lba from 0
    public Region at(long lba) {
        return regions.floorEntry(lba).getValue();
    }
}
