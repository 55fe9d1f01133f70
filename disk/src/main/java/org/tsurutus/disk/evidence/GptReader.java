package org.tsurutus.disk.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.Sectors;
import org.tsurutus.disk.evidence.DiskStructure.Copy;

/// A GUID partition table and its copy at the disk's end (UEFI specification, 5.3).
final class GptReader {
    private static final int MOST_ENTRIES = 1024;
    private static final int LEAST_ENTRY = 128;
    private static final int MOST_ENTRY = 4096;

    private final Blocks disk;
    private final long sectors;
    private final Optional<Header> primary;

    private record Header(long lba, long backup, long entries, int count, int entrySize) {
        long entrySectors() {
            return ((long) count * entrySize + Sectors.SIZE - 1) / Sectors.SIZE;
        }

        /// The other copy's, where it must be if it does not read as one.
        Header copy() {
            long there = backup;
            long back = lba;
            return new Header(there, back, there - entrySectors(), count, entrySize);
        }
    }

    GptReader(Blocks disk, long sectors) {
        this.disk = disk;
        this.sectors = sectors;
        this.primary = header(1);
    }

    boolean exists() {
        return primary.isPresent();
    }

    private Optional<Header> header(long lba) {
        Sector sector = Sector.read(disk, lba);
        if (!sector.says(0, "EFI PART")) {
            return Optional.empty();
        }
        long entries = sector.u64(72);
        long count = sector.u32(80);
        long entrySize = sector.u32(84);
        boolean sane =
                entries > 1
                        && entries < sectors
                        && count <= MOST_ENTRIES
                        && entrySize >= LEAST_ENTRY
                        && entrySize <= MOST_ENTRY;
        return sane
                ? Optional.of(
                        new Header(lba, sector.u64(32), entries, (int) count, (int) entrySize))
                : Optional.empty();
    }

    /// Paints both copies, if there are any.
    void paint(RegionPainter painter) {
        primary.ifPresent(table -> {
            paint(painter, table, Copy.PRIMARY);
            if (table.backup > 1 && table.backup < sectors) {
                paint(painter, header(table.backup).orElse(table.copy()), Copy.BACKUP);
            }
        });
    }

    private static void paint(RegionPainter painter, Header header, Copy copy) {
        painter.paint(
                header.entries,
                header.entrySectors(),
                Place.outside(new DiskStructure.GptEntries(copy)));
        painter.paint(header.lba, 1, Place.outside(new DiskStructure.GptHeader(copy)));
    }

    List<Partition> partitions() {
        return primary.map(this::partitions).orElse(List.of());
    }

    private List<Partition> partitions(Header table) {
        Sector entries =
                Sector.of(disk.bytes(table.entries * Sectors.SIZE, table.count * table.entrySize));
        List<Partition> partitions = new ArrayList<>();
        for (int number = 0; number < table.count; number++) {
            int at = number * table.entrySize;
            long first = entries.u64(at + 32);
            long last = entries.u64(at + 40);
            if (!entries.isZero(at, 16) && first > 1 && first <= last && last < sectors) {
                partitions.add(new Partition(number + 1, first, last - first + 1));
            }
        }
        return partitions;
    }
}
