package org.tsurutus.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// Compares stretches of two disks sector by sector and joins neighbours that differ.
final class RunCollector {
    private static final int CHUNK = 1024 * 1024;

    private final int mostRuns;
    private final List<SectorRun> runs = new ArrayList<>();
    private final MessageDigest oldDigest = sha256();
    private final MessageDigest newDigest = sha256();
    private final byte[] oldChunk = new byte[CHUNK];
    private final byte[] newChunk = new byte[CHUNK];
    private long unlistedRuns;
    private long unlistedSectors;
    private long first;
    private long count;

    RunCollector(int mostRuns) {
        this.mostRuns = mostRuns;
    }

    void compare(FileChannel before, FileChannel after, Extent extent) throws IOException {
        for (long at = extent.start(); at < extent.end(); at += CHUNK) {
            int length = (int) Math.min(CHUNK, extent.end() - at);
            read(before, at, oldChunk, length);
            read(after, at, newChunk, length);
            for (int offset = 0; offset < length; offset += Sectors.SIZE) {
                int end = Math.min(length, offset + Sectors.SIZE);
                if (!Arrays.equals(oldChunk, offset, end, newChunk, offset, end)) {
                    differs((at + offset) / Sectors.SIZE, offset, end - offset);
                }
            }
        }
    }

    ChangedSectors finish() {
        closeRun();
        return new ChangedSectors(runs, unlistedRuns, unlistedSectors);
    }

    private void differs(long lba, int offset, int length) {
        if (count > 0 && lba != first + count) {
            closeRun();
        }
        if (count == 0) {
            first = lba;
        }
        count++;
        if (runs.size() < mostRuns) {
            oldDigest.update(oldChunk, offset, length);
            newDigest.update(newChunk, offset, length);
        }
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
                            hex.formatHex(newDigest.digest())));
        } else {
            unlistedRuns++;
            unlistedSectors += count;
        }
        count = 0;
    }

    /// Fills `length` bytes; what lies behind the end of a shorter disk is zeros, as QEMU has it.
    private static void read(FileChannel disk, long at, byte[] chunk, int length)
            throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(chunk, 0, length);
        while (bytes.hasRemaining()) {
            if (disk.read(bytes, at + bytes.position()) < 0) {
                Arrays.fill(chunk, bytes.position(), length, (byte) 0);
                return;
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
