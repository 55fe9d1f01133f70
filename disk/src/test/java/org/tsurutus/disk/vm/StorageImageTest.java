package org.tsurutus.disk.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("guest")
class StorageImageTest {
    @Test
    void theStorageVmIsSmallAndBuiltOnce() throws Exception {
        StorageImage image = StorageImage.system();

        long size = Files.size(image.kernel()) + Files.size(image.initramfs());
        System.out.println("storage VM: " + size + " bytes");
        assertThat(size).isLessThan(25_000_000);
        assertThat(StorageImage.system()).isEqualTo(image);
        assertThat(StorageImage.runtime()).exists();
    }
}
