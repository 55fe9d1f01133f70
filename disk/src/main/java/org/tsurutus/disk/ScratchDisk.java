package org.tsurutus.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;

/// The small disk that a guest offers to specimens which write to a disk past its files. It looks
/// like a PC's: a master boot record with a boot program and one partition. Every call makes the
/// same bytes, so that whatever differs after a run was the specimen's doing.
public final class ScratchDisk {
    /// Bytes.
    public static final long SIZE = 64L * 1024 * 1024;

    private static final long FIRST_SECTOR = 2048;
    private static final int NTFS = 7;
    private static final int HEADS = 255;
    private static final int SECTORS_PER_TRACK = 63;

    /// Real-mode code at 0x7c00: prints the text that follows it and halts.
    private static final byte[] BOOT_PROGRAM =
            HexFormat.ofDelimiter(" ")
                    .parseHex(
                            "31 c0 8e d8 fc be 19 7c ac 08 c0 74 09 b4 0e bb 07 00 cd 10 eb f2 f4"
                                    + " eb fd");

    private static final String TEXT = "No operating system on this disk.\r\n\0";

    private ScratchDisk() {}

    /// Makes the disk as a sparse raw file.
    ///
    /// @throws DiskException when the file is there already or cannot be written
    public static void create(Path file) {
        try (FileChannel disk =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            disk.write(ByteBuffer.wrap(masterBootRecord()), 0);
            disk.write(ByteBuffer.allocate(1), SIZE - 1);
        } catch (IOException e) {
            throw new DiskException("cannot make the scratch disk " + file + ": " + e, e);
        }
    }

    /// Sector 0 of a fresh disk, 512 bytes.
    public static byte[] masterBootRecord() {
        long sectors = SIZE / Sectors.SIZE - FIRST_SECTOR;
        ByteBuffer record = ByteBuffer.allocate(Sectors.SIZE).order(ByteOrder.LITTLE_ENDIAN);
        record.put(BOOT_PROGRAM).put(TEXT.getBytes(StandardCharsets.US_ASCII));
        record.position(0x1b8).putInt(0x75727574);
        record.position(0x1be).put((byte) 0x80).put(cylinderHeadSector(FIRST_SECTOR));
        record.put((byte) NTFS).put(cylinderHeadSector(FIRST_SECTOR + sectors - 1));
        record.putInt((int) FIRST_SECTOR).putInt((int) sectors);
        record.position(0x1fe).put((byte) 0x55).put((byte) 0xaa);
        return record.array();
    }

    private static byte[] cylinderHeadSector(long lba) {
        long track = lba / SECTORS_PER_TRACK;
        long cylinder = track / HEADS;
        return new byte[] {
            (byte) (track % HEADS),
            (byte) (lba % SECTORS_PER_TRACK + 1 | ((cylinder >> 2) & 0xc0)),
            (byte) cylinder
        };
    }
}
