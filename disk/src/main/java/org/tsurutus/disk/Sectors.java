package org.tsurutus.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Single sectors of a disk image.
public final class Sectors {
    /// Bytes in a sector.
    public static final int SIZE = 512;

    private Sectors() {}

    /// Reads one sector as the machine sees it, through all layers of the image.
    ///
    /// @param format `raw` or `qcow2`
    /// @param lba the sector's number from 0
    /// @return 512 bytes
    /// @throws DiskException when the image cannot be read or ends before that sector
    public static byte[] read(Path image, String format, long lba) {
        try {
            Path sector = Files.createTempFile("sector", ".raw");
            try {
                QemuImg.run(
                        QemuImg.QUICK,
                        "convert",
                        "-O",
                        "raw",
                        QemuImg.window(image, format, new Extent(lba * SIZE, SIZE)),
                        sector.toAbsolutePath().toString());
                return Files.readAllBytes(sector);
            } finally {
                Files.deleteIfExists(sector);
            }
        } catch (IOException e) {
            throw new DiskException("cannot read sector " + lba + " of " + image + ": " + e, e);
        }
    }
}
