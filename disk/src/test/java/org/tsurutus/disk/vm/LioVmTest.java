package org.tsurutus.disk.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.disk.iscsi.Chap;
import org.tsurutus.disk.iscsi.Initiator;

/// Thin disks offered by the kernel's iSCSI target and used from this host. The tests share a VM.
@Tag("guest")
@Timeout(240)
class LioVmTest {
    private static final long SIZE = StorageVm.BASE_SIZE;
    private static final int BLOCK = 64 * 1024;
    private static final String NAME = "iqn.2026-01.org.tsurutus:client.";
    private static final Chap CHAP = new Chap("lab", "correct-horse");

    @TempDir static Path folder;
    private static StorageVm vm;

    @BeforeAll
    static void makeAPoolAndItsBase() throws Exception {
        vm = StorageVm.withBase(folder, 128L << 20);
        vm.ask("volume seal base 0 " + SIZE);
    }

    @AfterAll
    static void stop() throws Exception {
        vm.close();
    }

    private static String target(String name) {
        return "iqn.2026-01.org.tsurutus:" + name;
    }

    private static Initiator export(String name, String mode) throws Exception {
        vm.ask(
                "export lio %s /dev/mapper/boot/%s %s %s %s %s"
                        .formatted(
                                target(name), name, mode, NAME + name, CHAP.user(), CHAP.secret()));
        return new Initiator("127.0.0.1:" + vm.iscsiPort(), target(name), 0, NAME + name, CHAP);
    }

    private static Initiator pc(String name, int thin) throws Exception {
        vm.ask("thin snapshot " + thin + " 0");
        vm.ask("volume activate " + name + " " + thin + " " + SIZE);
        return export(name, "rw");
    }

    @Test
    void whatAPcWritesIsSeenBelowAfterAFlushAndGoneAfterARollback() throws Exception {
        Initiator pc = pc("pc1", 1);
        assertThat(vm.ask("read pc1 0 512")).containsExactly("7");

        assertThat(pc.run(false, "read -P 7 0 64k", "write -P 90 0 512", "flush").output())
                .contains("wrote 512/512");

        vm.ask("volume flush pc1");
        assertThat(vm.ask("read pc1 0 512")).containsExactly("90");
        assertThat(vm.ask("thin written 0 1")).containsExactly("0+" + BLOCK);
        vm.ask("export withdraw " + target("pc1"));
        vm.ask("volume rollback pc1 1 0 " + SIZE);
        assertThat(vm.ask("thin written 0 1")).isEmpty();
        assertThat(export("pc1", "rw").run(false, "read -P 7 0 64k").code()).isZero();
    }

    @Test
    void onlyThePcWithTheSecretIsLetInAndTheBaseIsReadOnly() throws Exception {
        Initiator base = export("base", "ro");

        assertThat(base.with(new Chap("lab", "wrong-horse-x")).run(true, "read 0 512").code())
                .isNotZero();
        assertThat(base.named(NAME + "other").run(true, "read 0 512").code()).isNotZero();
        assertThat(base.run(true, "read -P 7 0 64k").code()).isZero();
        assertThat(base.run(false, "write -P 1 0 512").code()).isNotZero();
        assertThat(vm.ask("read base 0 512")).containsExactly("7");
    }

    @Test
    void aDiskInUseStaysUntilItsPcIsCutOff() throws Exception {
        Initiator pc = pc("pc2", 2);
        try (Initiator.Held held = pc.hold()) {
            held.until("write -P 5 0 512", "wrote 512/512");
            assertThat(vm.ask("export sessions " + target("pc2"))).containsExactly(NAME + "pc2");
            assertThat(vm.attempt("export withdraw " + target("pc2")).text())
                    .contains("is in use by " + NAME + "pc2");
            assertThat(vm.attempt("volume deactivate pc2").text()).contains("EBUSY");

            vm.ask("export cut " + target("pc2"));

            assertThat(vm.ask("export sessions " + target("pc2"))).isEmpty();
            vm.ask("export withdraw " + target("pc2"));
            vm.ask("volume rollback pc2 2 0 " + SIZE);
        }
        assertThat(vm.ask("read pc2 0 512")).containsExactly("7");
    }

    @Test
    void exportingAndWithdrawingAgainIsHarmlessAndLeavesNothing() throws Exception {
        pc("pc3", 3);
        export("pc3", "rw");
        vm.ask("export withdraw " + target("pc3"));
        vm.ask("export withdraw " + target("pc3"));

        assertThat(vm.shell("find /sys/kernel/config/target | grep -c pc3 || true"))
                .containsExactly("0");
        vm.ask("volume deactivate pc3");
        assertThat(vm.ask("thin delete 3")).containsExactly("true");
    }

    @Test
    void aRawFileIsOfferedToo() throws Exception {
        vm.shell("dd if=/dev/zero of=/tmp/disk.raw bs=1M count=4");
        vm.ask(
                "export lio %s /tmp/disk.raw rw %s %s %s"
                        .formatted(target("file"), NAME + "file", CHAP.user(), CHAP.secret()));
        Initiator pc =
                new Initiator(
                        "127.0.0.1:" + vm.iscsiPort(), target("file"), 0, NAME + "file", CHAP);

        assertThat(pc.run(false, "write -P 65 0 512", "flush").code()).isZero();

        assertThat(vm.shell("tr -d '\\0' < /tmp/disk.raw | wc -c")).containsExactly("512");
        vm.ask("export withdraw " + target("file"));
    }
}
