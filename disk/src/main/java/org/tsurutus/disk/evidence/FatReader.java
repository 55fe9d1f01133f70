package org.tsurutus.disk.evidence;

import org.tsurutus.disk.evidence.DiskStructure.Copy;

/// FAT12, FAT16 and FAT32 by the fields of their BIOS parameter block.
final class FatReader {
    private static final int JUMP_SHORT = 0xeb;
    private static final int JUMP_NEAR = 0xe9;
    private static final int LEAST_MEDIUM = 0xf0;
    private static final int MOST_TABLES = 4;

    private FatReader() {}

    /// The name of the type in the sector is a comment; what counts is that all fields make sense.
    static boolean recognises(Sector boot) {
        int jump = boot.u8(0);
        int perCluster = boot.u8(0x0d);
        int tables = boot.u8(0x10);
        return boot.isBootable()
                && (jump == JUMP_SHORT || jump == JUMP_NEAR)
                && Sector.unit(boot.u16(0x0b)) > 0
                && Integer.bitCount(perCluster) == 1
                && reserved(boot) > 0
                && tables > 0
                && tables <= MOST_TABLES
                && boot.u8(0x15) >= LEAST_MEDIUM
                && tableSectors(boot) > 0;
    }

    static void paint(Volume volume, Sector boot, RegionPainter painter) {
        long unit = Sector.unit(boot.u16(0x0b));
        painter.paintIn(
                volume,
                reserved(boot) * unit,
                boot.u8(0x10) * tableSectors(boot) * unit,
                new DiskStructure.FileAllocationTable());
        if (isFat32(boot) && boot.u16(0x32) > 0 && boot.u16(0x32) < reserved(boot)) {
            painter.paintIn(
                    volume, boot.u16(0x32) * unit, unit, new DiskStructure.BootSector(Copy.BACKUP));
        }
        painter.paintIn(volume, 0, unit, new DiskStructure.BootSector(Copy.PRIMARY));
    }

    private static boolean isFat32(Sector boot) {
        return boot.u16(0x16) == 0;
    }

    private static long reserved(Sector boot) {
        return boot.u16(0x0e);
    }

    private static long tableSectors(Sector boot) {
        return isFat32(boot) ? boot.u32(0x24) : boot.u16(0x16);
    }
}
