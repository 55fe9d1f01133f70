package org.tsurutus.disk.evidence;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.Sectors;

/// Numbers and words of a few bytes of a disk, little-endian and unsigned.
final class Sector {
    private final ByteBuffer bytes;

    private Sector(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    static Sector read(Blocks disk, long lba) {
        return of(disk.bytes(lba * Sectors.SIZE, Sectors.SIZE));
    }

    static Sector of(byte[] bytes) {
        return new Sector(bytes);
    }

    int length() {
        return bytes.capacity();
    }

    int u8(int at) {
        return bytes.get(at) & 0xff;
    }

    int u16(int at) {
        return bytes.getShort(at) & 0xffff;
    }

    long u32(int at) {
        return bytes.getInt(at) & 0xffff_ffffL;
    }

    /// Negative where the number does not fit, which no place on a disk is.
    long u64(int at) {
        return bytes.getLong(at);
    }

    void u16(int at, int value) {
        bytes.putShort(at, (short) value);
    }

    boolean says(int at, String text) {
        byte[] there = new byte[text.length()];
        bytes.get(at, there);
        return text.equals(new String(there, StandardCharsets.ISO_8859_1));
    }

    boolean isBootable() {
        return u16(0x1fe) == 0xaa55;
    }

    /// Sectors of 512 bytes in one of this many bytes; 0 where no file system has such sectors.
    static long unit(int bytesPerSector) {
        boolean sane =
                bytesPerSector >= Sectors.SIZE
                        && bytesPerSector <= 4096
                        && Integer.bitCount(bytesPerSector) == 1;
        return sane ? bytesPerSector / Sectors.SIZE : 0;
    }

    boolean isZero(int at, int length) {
        for (int i = at; i < at + length; i++) {
            if (bytes.get(i) != 0) {
                return false;
            }
        }
        return true;
    }
}
