package org.tsurutus.disk.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsurutus.disk.DiskException;

class VolumeGroupTest {
    private final List<String> said = new ArrayList<>();
    private final DeviceMapper mapper = new DeviceMapper(Actions.rehearsal(said::add));
    private final VolumeGroup group = new VolumeGroup("boot", mapper, VolumeGroup.NODES);
    private final ThinPool pool =
            new ThinPool(
                    group,
                    "pool",
                    new ThinPool.Devices(Path.of("/dev/vdb"), Path.of("/dev/vda"), 16));

    @Test
    void volumesLieInAFolderOfTheirGroup() {
        assertThat(group.path("win7-x86-pc1")).isEqualTo(Path.of("/dev/mapper/boot/win7-x86-pc1"));
        assertThat(group.kernelName("pc1")).isEqualTo("boot-pc1");
    }

    @Test
    void twoVolumesNeverShareAKernelName() {
        VolumeGroup other = new VolumeGroup("boot-win7", mapper, VolumeGroup.NODES);

        assertThat(group.kernelName("win7-pc1"))
                .isEqualTo("boot-win7--pc1")
                .isNotEqualTo(other.kernelName("pc1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "../x", "-x", "a b", "a\nb", "ü"})
    void whatCouldLeadElsewhereIsNoName(String name) {
        assertThatThrownBy(() -> group.path(name))
                .isInstanceOf(DiskException.class)
                .hasMessageContaining("cannot name a volume");
    }

    @Test
    void aRehearsalSaysWhatMakingAPcsDiskTakes() {
        pool.createSnapshot(1, 0);
        pool.activateThin("pc1", 1, 1 << 20, false);

        assertThat(said)
                .containsExactly(
                        "ioctl DM_TARGET_MSG boot-pool create_snap 1 0",
                        "ioctl DM_DEV_CREATE boot-pc1",
                        "ioctl DM_TABLE_LOAD boot-pc1: 0 2048 thin (pool) 1",
                        "ioctl DM_DEV_SUSPEND boot-pc1 resume",
                        "mknod /dev/mapper/boot/pc1 b 0:0");
    }

    @Test
    void aRehearsalSaysWhatARollbackTakes() {
        pool.rollBack("pc1", 1, 0, 1 << 20);

        assertThat(said)
                .startsWith(
                        "unlink /dev/mapper/boot/pc1",
                        "ioctl DM_DEV_REMOVE boot-pc1",
                        "ioctl DM_TARGET_MSG boot-pool delete 1",
                        "ioctl DM_TARGET_MSG boot-pool create_snap 1 0")
                .hasSize(8);
    }

    @Test
    void sizesAndNumbersThatNoDiskHasAreRefused() {
        assertThatThrownBy(() -> pool.activateThin("pc1", 1, 1000, false))
                .isInstanceOf(DiskException.class)
                .hasMessageContaining("whole sectors of 512 bytes");
        assertThatThrownBy(() -> pool.createThin(1 << 24))
                .isInstanceOf(DiskException.class)
                .hasMessageContaining("not 16777216");
        assertThat(said).isEmpty();
    }

    @Test
    void whatTheKernelRefusesIsSaidWithTheDeviceAndWhatToDo() {
        assertThatThrownBy(() -> BlockDevice.size(Path.of("/dev/null")))
                .isInstanceOf(MapperException.class)
                .hasMessage(
                        "BLKGETSIZE64 /dev/null: ENOTTY; that is not a block device, or the kernel"
                                + " does not know this call");
        assertThatThrownBy(() -> BlockDevice.size(Path.of("/dev/absent")))
                .hasMessageContaining("cannot open /dev/absent for BLKGETSIZE64: ENOENT");
        assertThatThrownBy(() -> BlockDevice.majorMinor(Path.of("/dev/null")))
                .hasMessageContaining("/dev/null is no block device");
    }
}
