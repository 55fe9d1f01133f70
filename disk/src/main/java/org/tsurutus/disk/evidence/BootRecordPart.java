package org.tsurutus.disk.evidence;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// The parts of a master boot record, in their order.
public enum BootRecordPart {
    /// The program that the firmware starts.
    CODE("mbr-code", 0, 440),
    /// The number by which Windows knows the disk.
    DISK_SIGNATURE("mbr-disk-signature", 440, 446),
    /// The four partitions.
    TABLE("mbr-table", 446, 510),
    /// The last two bytes, without which nothing boots.
    SIGNATURE("mbr-signature", 510, 512);

    private final String label;
    private final int start;
    private final int end;

    BootRecordPart(String label, int start, int end) {
        this.label = label;
        this.start = start;
        this.end = end;
    }

    /// Its name in logs.
    public String label() {
        return label;
    }

    /// The parts that differ between two sectors that lie somewhere in two arrays.
    static Set<BootRecordPart> differing(byte[] before, byte[] after, int offset) {
        EnumSet<BootRecordPart> parts = EnumSet.noneOf(BootRecordPart.class);
        for (BootRecordPart part : values()) {
            int from = offset + part.start;
            int to = offset + part.end;
            if (!Arrays.equals(before, from, to, after, from, to)) {
                parts.add(part);
            }
        }
        return parts;
    }
}
