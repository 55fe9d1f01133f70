package org.tsurutus.disk.evidence;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.Extent;
import org.tsurutus.disk.Hashes;
import org.tsurutus.disk.Sectors;

/// Compares stretches of two disks sector by sector and joins neighbours that differ and are the
/// same thing.
final class RunCollector {
    private static final int CHUNK = 1024 * 1024;

    private final DiskMap map;
    private final int mostRuns;
    private final List<SectorRun> runs = new ArrayList<>();
    private final MessageDigest oldDigest = Hashes.sha256();
    private final MessageDigest newDigest = Hashes.sha256();
    private final byte[] oldChunk = new byte[CHUNK];
    private final byte[] newChunk = new byte[CHUNK];
    private Region region;
    private Place place;
    private long unlistedRuns;
    private long unlistedSectors;
    private long first;
    private long count;

    RunCollector(DiskMap map, int mostRuns) {
        this.map = map;
        this.mostRuns = mostRuns;
        this.region = map.at(0);
        this.place = region.place();
    }

    void compare(Blocks before, Blocks after, Extent extent) {
        for (long at = extent.start(); at < extent.end(); at += CHUNK) {
            int length = (int) Math.min(CHUNK, extent.end() - at);
            before.read(at, ByteBuffer.wrap(oldChunk, 0, length));
            after.read(at, ByteBuffer.wrap(newChunk, 0, length));
            for (int offset = 0; offset < length; offset += Sectors.SIZE) {
                int end = Math.min(length, offset + Sectors.SIZE);
                if (!Arrays.equals(oldChunk, offset, end, newChunk, offset, end)) {
                    differs((at + offset) / Sectors.SIZE, offset, end - offset);
                }
            }
        }
    }

    DiskEvidence finish() {
        closeRun();
        return new DiskEvidence(runs, unlistedRuns, unlistedSectors);
    }

    private void differs(long lba, int offset, int length) {
        if (count > 0 && (lba != first + count || lba >= region.end())) {
            closeRun();
        }
        if (count == 0) {
            first = lba;
            region = map.at(lba);
            place = place(offset);
        }
        count++;
        if (runs.size() < mostRuns) {
            oldDigest.update(oldChunk, offset, length);
            newDigest.update(newChunk, offset, length);
        }
    }

    /// Of a boot record only those parts are meant that differ.
    private Place place(int offset) {
        return region.place().structure() instanceof DiskStructure.MasterBootRecord
                ? Place.outside(
                        new DiskStructure.MasterBootRecord(
                                BootRecordPart.differing(oldChunk, newChunk, offset)))
                : region.place();
    }

    private void closeRun() {
        if (count == 0) {
            return;
        }
        if (runs.size() < mostRuns) {
            HexFormat hex = HexFormat.of();
            runs.add(
                    new SectorRun(
                            first,
                            count,
                            hex.formatHex(oldDigest.digest()),
                            hex.formatHex(newDigest.digest()),
                            place));
        } else {
            unlistedRuns++;
            unlistedSectors += count;
        }
        count = 0;
    }
}
