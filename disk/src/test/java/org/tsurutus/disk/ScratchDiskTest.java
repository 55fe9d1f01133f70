package org.tsurutus.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchDiskTest {
    @TempDir Path directory;

    @Test
    void theDiskIsSixtyFourMebibytesThatBeginWithTheBootRecord() throws Exception {
        Path disk = directory.resolve("scratch.raw");
        ScratchDisk.create(disk);

        assertThat(disk).hasSize(64 * 1024 * 1024);
        try (FileBlocks blocks = FileBlocks.open(disk)) {
            assertThat(Sectors.read(blocks, 0)).isEqualTo(ScratchDisk.masterBootRecord());
        }
    }

    @Test
    void theSameBytesAreMadeEveryTime() throws Exception {
        Path first = directory.resolve("first.raw");
        Path second = directory.resolve("second.raw");
        ScratchDisk.create(first);
        ScratchDisk.create(second);

        assertThat(Files.mismatch(first, second)).isEqualTo(-1);
    }

    @Test
    void theBootRecordHoldsOnePartitionFromSector2048() {
        byte[] record = ScratchDisk.masterBootRecord();

        assertThat(Arrays.copyOfRange(record, 0x1be, 0x1ce))
                .isEqualTo(
                        new byte[] {
                            (byte) 0x80,
                            0x20,
                            0x21,
                            0,
                            7,
                            0x28,
                            0x20,
                            8,
                            0,
                            8,
                            0,
                            0,
                            0,
                            (byte) 0xf8,
                            1,
                            0
                        });
        assertThat(Arrays.copyOfRange(record, 0x1ce, 0x1fe)).containsOnly(0);
        assertThat(Arrays.copyOfRange(record, 510, 512)).isEqualTo(new byte[] {0x55, (byte) 0xaa});
    }

    @Test
    void theBootProgramPointsAtItsText() {
        byte[] record = ScratchDisk.masterBootRecord();
        int text = (record[6] & 0xff | (record[7] & 0xff) << 8) - 0x7c00;

        assertThat(new String(record, text, 33, StandardCharsets.US_ASCII))
                .isEqualTo("No operating system on this disk.");
    }

    @Test
    void aFileThatIsThereIsNotOverwritten() throws Exception {
        Path disk = Files.writeString(directory.resolve("scratch.raw"), "precious");

        assertThatThrownBy(() -> ScratchDisk.create(disk))
                .isInstanceOf(DiskException.class)
                .hasMessageContaining("cannot make the scratch disk " + disk);
        assertThat(disk).hasContent("precious");
    }
}
