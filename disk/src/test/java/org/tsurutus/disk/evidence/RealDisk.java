package org.tsurutus.disk.evidence;

import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.tsurutus.disk.Tool;

/// Disks as real partitioning and formatting tools make them.
final class RealDisk {
    static final long SECTORS = 200 * 1024L;
    static final long NTFS_START = 2048;
    static final long NTFS_SECTORS = 48 * 1024L;

    private RealDisk() {}

    /// NTFS, FAT32 and exFAT under a GUID partition table, with room behind them.
    static Path guid(Path folder) throws Exception {
        Path disk = empty(folder.resolve("guid.raw"), SECTORS);
        Tool.run(
                "",
                "sgdisk",
                "-n1:2048:+24M",
                "-t1:0700",
                "-n2:53248:+40M",
                "-n5:0:+8M",
                disk.toString());
        put(disk, NTFS_START, ntfs(folder, NTFS_START, NTFS_SECTORS));
        put(disk, 53248, formatted(folder, 80 * 1024L, "mkfs.fat", "-F", "32"));
        put(disk, 53248 + 80 * 1024L, formatted(folder, 16 * 1024L, "mkfs.exfat"));
        return disk;
    }

    /// NTFS, FAT16, and two logical drives under a master boot record.
    static Path masterBoot(Path folder) throws Exception {
        Path disk = empty(folder.resolve("mbr.raw"), SECTORS);
        Tool.run(
                "label: dos\n2048,24M,7\n,16M,6\n,,5\n,4M,7\n,4M,6\n",
                "sfdisk",
                "-q",
                disk.toString());
        put(disk, NTFS_START, ntfs(folder, NTFS_START, NTFS_SECTORS));
        put(disk, NTFS_START + NTFS_SECTORS, formatted(folder, 32 * 1024L, "mkfs.fat", "-F", "16"));
        return disk;
    }

    static Path ntfs(Path folder, long start, long sectors) throws Exception {
        Path volume = empty(folder.resolve("ntfs.raw"), sectors);
        Tool.run(
                "",
                "mkfs.ntfs",
                "-F",
                "-q",
                "-Q",
                "-H",
                "255",
                "-S",
                "63",
                "-p",
                Long.toString(start),
                volume.toString());
        return volume;
    }

    private static Path formatted(Path folder, long sectors, String... words) throws Exception {
        Path volume = empty(Files.createTempFile(folder, "volume", ".raw"), sectors);
        String[] all = Arrays.copyOf(words, words.length + 1);
        all[words.length] = volume.toString();
        Tool.run("", all);
        return volume;
    }

    private static Path empty(Path file, long sectors) throws Exception {
        try (RandomAccessFile disk = new RandomAccessFile(file.toFile(), "rw")) {
            disk.setLength(sectors * 512);
        }
        return file;
    }

    private static void put(Path disk, long lba, Path volume) throws Exception {
        write(disk, lba, Files.readAllBytes(volume));
    }

    static void write(Path disk, long lba, byte[] bytes) throws Exception {
        try (FileChannel channel = FileChannel.open(disk, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), lba * 512);
        }
    }
}
