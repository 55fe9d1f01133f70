package org.tsurutus.disk.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/// What goes wrong with pools, done for real: full, cut off in the middle, damaged.
@Tag("guest")
@ExtendWith(SharedVm.class)
@ResourceLock(SharedVm.LOCK)
@Order(2)
@Timeout(240)
class PoolTroubleVmTest {
    private static final long SIZE = StorageVm.BASE_SIZE;
    private static final int BLOCK = 64 * 1024;

    private final StorageVm vm;

    PoolTroubleVmTest(StorageVm vm) {
        this.vm = vm;
    }

    @BeforeEach
    void makeAPoolOfThirtyTwoMebibytes() throws Exception {
        vm.makeBaseInASmallPool();
        for (String pc : new String[] {"1", "2"}) {
            vm.ask("thin snapshot " + pc + " 0");
            vm.ask("volume activate pc" + pc + " " + pc + " " + SIZE);
        }
    }

    @Test
    void aFullPoolFailsTheDiskThatFillsItAndSparesTheOthers() throws Exception {
        vm.ask("write pc1 0 " + 4 * BLOCK + " 1");

        assertThat(vm.attempt("write pc2 0 " + SIZE + " 2").text()).contains("IOException");

        assertThat(vm.ask("pool status")).startsWith("OUT_OF_DATA_SPACE", "512/512");
        vm.ask("write pc1 0 " + 4 * BLOCK + " 3");
        assertThat(vm.ask("read pc1 0 " + 4 * BLOCK)).containsExactly("3");
        assertThat(vm.ask("read pc1 " + 4 * BLOCK + " " + BLOCK)).containsExactly("7");

        vm.ask("volume rollback pc2 2 0 " + SIZE);

        assertThat(vm.ask("pool status")).startsWith("READ_WRITE", "20/512");
        vm.ask("write pc1 " + 8 * BLOCK + " " + BLOCK + " 4");
        assertThat(vm.ask("read pc2 0 " + 16 * BLOCK)).containsExactly("7");
    }

    @Test
    void aPowerCutInMidWriteLeavesASoundPoolWhoseBaseIsWhatItWas() throws Exception {
        vm.ask("write pc1 0 512 1");
        vm.begin(
                "repeat 1000 write pc2 0 " + (12 << 20) + " 2;write pc1 " + 20 * BLOCK + " 4096 #");
        vm.shell(
                "until head -c 512 /dev/mapper/boot/pc2 | tr -d '\\007' | grep -q .; do"
                        + " sleep 0.1; done");

        vm.cutPowerAndStart();

        vm.ask("pool small");
        assertThat(vm.ask("pool check")).containsExactly("Health[sound=true, words=]");
        vm.ask("pool activate");

        assertThat(vm.ask("pool status").getFirst()).isEqualTo("READ_WRITE");
        vm.ask("volume seal base 0 " + SIZE);
        assertThat(vm.ask("read base 0 " + 16 * BLOCK)).containsExactly("7");
        vm.ask("volume activate pc1 1 " + SIZE);
        assertThat(vm.ask("read pc1 0 512")).containsExactly("1");
        vm.ask("volume rollback pc2 2 0 " + SIZE);
        assertThat(vm.ask("read pc2 0 " + 16 * BLOCK)).containsExactly("7");
        assertThat(vm.ask("thin written 0 2")).isEmpty();
    }

    @Test
    void damagedMetadataIsSeenAndWhatCanBeSavedIsSaved() throws Exception {
        vm.ask("volume deactivate pc1");
        vm.ask("volume deactivate pc2");
        vm.ask("pool deactivate");
        assertThat(vm.ask("pool check")).containsExactly("Health[sound=true, words=]");

        forgetFreeSpace(vm.folder().resolve("metadata"));
        vm.shell("blockdev --flushbufs /dev/disk-metadata");

        assertThat(vm.ask("pool check").getFirst()).startsWith("Health[sound=false, words=");
        vm.ask("pool repair");
        vm.ask("pool spare");

        vm.ask("volume seal base 0 " + SIZE);
        assertThat(vm.ask("read base 0 " + 16 * BLOCK)).containsExactly("7");
        assertThat(vm.ask("pool status").getFirst()).isEqualTo("READ_WRITE");
    }

    /// Wipes the root of the tree that counts the uses of data blocks; the superblock says where it
    /// lies (`data_space_map_root`: count, free, bitmap root, counts' root).
    private static void forgetFreeSpace(Path metadata) throws Exception {
        try (RandomAccessFile disk = new RandomAccessFile(metadata.toFile(), "rw")) {
            disk.seek(64 + 16);
            long bitmapRoot = Long.reverseBytes(disk.readLong());
            assertThat(bitmapRoot).isBetween(1L, 2047L);
            disk.seek(bitmapRoot * 4096 + 100);
            disk.write(new byte[64]);
            disk.seek(bitmapRoot * 4096);
            disk.writeInt(0x5a5a5a5a);
        }
    }
}
