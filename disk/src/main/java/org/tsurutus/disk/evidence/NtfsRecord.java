package org.tsurutus.disk.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsurutus.disk.Sectors;

/// A record of the master file table, as far as it says where a file's content lies.
final class NtfsRecord {
    private static final int DATA = 0x80;
    private static final long END = 0xffff_ffffL;
    private static final int MOST_ATTRIBUTES = 64;
    private static final int MOST_RUNS = 4096;
    private static final int ATTRIBUTE_HEAD = 0x40;

    private NtfsRecord() {}

    /// Puts back the last two bytes of each sector, which NTFS keeps elsewhere so that a record
    /// that was written only half is noticed.
    ///
    /// @return nothing where the bytes are no whole record
    static Optional<Sector> read(byte[] bytes) {
        Sector content = Sector.of(bytes);
        int sequence = content.u16(4);
        int count = content.u16(6);
        if (!content.says(0, "FILE")
                || count != bytes.length / Sectors.SIZE + 1
                || sequence + 2 * count > Sectors.SIZE - 2) {
            return Optional.empty();
        }
        for (int sector = 1; sector < count; sector++) {
            int end = sector * Sectors.SIZE - 2;
            if (content.u16(end) != content.u16(sequence)) {
                return Optional.empty();
            }
            content.u16(end, content.u16(sequence + 2 * sector));
        }
        return Optional.of(content);
    }

    /// The clusters of the record's unnamed data, as far as they lie on the volume.
    static List<NtfsRun> runs(Sector content, long volumeClusters) {
        int at = content.u16(0x14);
        for (int found = 0; found < MOST_ATTRIBUTES; found++) {
            if (at + ATTRIBUTE_HEAD > content.length() || content.u32(at) == END) {
                return List.of();
            }
            long length = content.u32(at + 4);
            if (length < 0x18 || length > content.length() - at) {
                return List.of();
            }
            boolean isOutside = content.u8(at + 8) == 1;
            boolean isUnnamed = content.u8(at + 9) == 0;
            if (content.u32(at) == DATA && isOutside && isUnnamed) {
                int start = at + content.u16(at + 0x20);
                return mapping(content, start, at + (int) length, volumeClusters);
            }
            at += (int) length;
        }
        return List.of();
    }

    /// Each pair is a byte with two lengths, then a count of clusters, then how far they lie from
    /// the ones before; no second number means a hole.
    private static List<NtfsRun> mapping(Sector content, int start, int end, long volumeClusters) {
        List<NtfsRun> runs = new ArrayList<>();
        long cluster = 0;
        int at = start;
        while (at < end && content.u8(at) != 0 && runs.size() < MOST_RUNS) {
            int countBytes = content.u8(at) & 0xf;
            int offsetBytes = content.u8(at) >> 4;
            if (countBytes == 0
                    || countBytes > 8
                    || offsetBytes > 8
                    || at + 1 + countBytes + offsetBytes > end) {
                return runs;
            }
            long count = signed(content, at + 1, countBytes);
            cluster += signed(content, at + 1 + countBytes, offsetBytes);
            if (offsetBytes > 0) {
                if (cluster < 0 || cluster >= volumeClusters || count <= 0) {
                    return runs;
                }
                runs.add(new NtfsRun(cluster, Math.min(count, volumeClusters - cluster)));
            }
            at += 1 + countBytes + offsetBytes;
        }
        return runs;
    }

    private static long signed(Sector content, int at, int bytes) {
        long value = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            value = value << 8 | content.u8(at + i);
        }
        int unused = 64 - 8 * bytes;
        return bytes == 0 ? 0 : value << unused >> unused;
    }
}
