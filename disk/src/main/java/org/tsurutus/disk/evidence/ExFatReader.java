package org.tsurutus.disk.evidence;

import org.tsurutus.disk.evidence.DiskStructure.Copy;

/// exFAT: twelve sectors of boot region, their copy behind them, then the tables.
final class ExFatReader {
    private static final long BOOT_REGION = 12;
    private static final int LEAST_SHIFT = 9;
    private static final int MOST_SHIFT = 12;

    private ExFatReader() {}

    static boolean recognises(Sector boot) {
        int shift = boot.u8(108);
        return boot.isBootable()
                && boot.says(3, "EXFAT   ")
                && boot.isZero(11, 53)
                && shift >= LEAST_SHIFT
                && shift <= MOST_SHIFT;
    }

    static void paint(Volume volume, Sector boot, RegionPainter painter) {
        long unit = Sector.unit(1 << boot.u8(108));
        painter.paintIn(
                volume,
                boot.u32(80) * unit,
                boot.u32(84) * boot.u8(110) * unit,
                new DiskStructure.FileAllocationTable());
        painter.paintIn(volume, 0, BOOT_REGION * unit, new DiskStructure.BootSector(Copy.PRIMARY));
        painter.paintIn(
                volume,
                BOOT_REGION * unit,
                BOOT_REGION * unit,
                new DiskStructure.BootSector(Copy.BACKUP));
    }
}
