package org.tsurutus.disk.evidence;

import java.util.ArrayList;
import java.util.List;
import org.tsurutus.disk.Blocks;

/// The partitions of a master boot record, logical drives included.
final class MasterBootReader {
    private static final int TABLE = 446;
    private static final int ENTRY = 16;
    private static final int MOST_LOGICAL = 64;
    private static final int FIRST_LOGICAL = 5;

    private final Blocks disk;
    private final long sectors;
    private final List<Partition> partitions = new ArrayList<>();
    private final List<Long> extendedRecords = new ArrayList<>();

    private record Entry(int type, long lba, long sectors) {
        static Entry of(Sector sector, int number) {
            int at = TABLE + number * ENTRY;
            return new Entry(sector.u8(at + 4), sector.u32(at + 8), sector.u32(at + 12));
        }

        boolean isUsed() {
            return type != 0 && sectors > 0;
        }

        boolean isExtended() {
            return type == 0x05 || type == 0x0f || type == 0x85;
        }
    }

    MasterBootReader(Blocks disk, long sectors) {
        this.disk = disk;
        this.sectors = sectors;
    }

    /// Reads them all.
    MasterBootReader read() {
        Sector first = Sector.read(disk, 0);
        if (!first.isBootable()) {
            return this;
        }
        for (int number = 0; number < 4; number++) {
            Entry entry = Entry.of(first, number);
            if (!entry.isUsed()) {
                continue;
            }
            if (entry.isExtended()) {
                logical(entry.lba);
            } else {
                add(number + 1, entry.lba, entry.sectors);
            }
        }
        return this;
    }

    /// Logical drives are a chain: each record tells of one drive and where the next record is.
    private void logical(long start) {
        long at = start;
        for (int found = 0; found < MOST_LOGICAL && at > 0 && at < sectors; found++) {
            Sector sector = Sector.read(disk, at);
            if (!sector.isBootable() || extendedRecords.contains(at)) {
                return;
            }
            extendedRecords.add(at);
            Entry drive = Entry.of(sector, 0);
            if (drive.isUsed()) {
                add(FIRST_LOGICAL + extendedRecords.size() - 1, at + drive.lba, drive.sectors);
            }
            Entry next = Entry.of(sector, 1);
            if (!next.isUsed() || !next.isExtended()) {
                return;
            }
            at = start + next.lba;
        }
    }

    private void add(int number, long lba, long count) {
        if (lba > 0 && lba < sectors) {
            partitions.add(new Partition(number, lba, Math.min(count, sectors - lba)));
        }
    }

    List<Partition> partitions() {
        return partitions;
    }

    List<Long> extendedRecords() {
        return extendedRecords;
    }
}
