package org.tsurutus.disk.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("guest")
@Timeout(120)
class ThinPoolVmTest {
    private static final long SIZE = 64L << 20;
    private static final int BLOCK = 64 * 1024;

    @TempDir Path folder;
    private StorageVm vm;

    @BeforeEach
    void startWithAPoolAndABase() throws Exception {
        StorageVm.makeDisks(folder, 128L << 20);
        vm = StorageVm.start(folder);
        System.out.println("storage VM up after " + vm.startTime().toMillis() + " ms");
        vm.ask("pool create");
        assertThat(vm.ask("thin create 0")).containsExactly("true");
        vm.ask("volume activate base 0 " + SIZE);
        vm.ask("write base 0 " + 16 * BLOCK + " 7");
        vm.ask("volume deactivate base");
    }

    @AfterEach
    void stop() throws Exception {
        vm.close();
    }

    @Test
    void threeSnapshotsShareTheirBaseAndKeepTheirOwnWrites() throws Exception {
        assertThat(vm.ask("volume seal base 0 " + SIZE)).containsExactly("/dev/mapper/boot/base");
        for (int pc = 1; pc <= 3; pc++) {
            vm.ask("thin snapshot " + pc + " 0");
            vm.ask("volume activate win7-x86-pc" + pc + " " + pc + " " + SIZE);
            vm.ask("write win7-x86-pc" + pc + " " + pc * BLOCK + " 512 " + pc);
        }
        assertThat(vm.ask("volume names"))
                .containsExactlyInAnyOrder(
                        "pool", "base", "win7-x86-pc1", "win7-x86-pc2", "win7-x86-pc3");
        assertThat(vm.ask("thin written 0 2")).isEqualTo(List.of(2 * BLOCK + "+" + BLOCK));
    }
}
