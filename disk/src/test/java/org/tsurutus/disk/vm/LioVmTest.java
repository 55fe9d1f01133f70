package org.tsurutus.disk.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.tsurutus.disk.iscsi.Chap;
import org.tsurutus.disk.iscsi.Initiator;

/// Thin disks offered by the kernel's iSCSI target and used from this host.
@Tag("guest")
@ExtendWith(SharedVm.class)
@ResourceLock(SharedVm.LOCK)
@Order(2)
@Timeout(240)
class LioVmTest {
    private static final long SIZE = StorageVm.BASE_SIZE;
    private static final int BLOCK = 64 * 1024;
    private static final String NAME = "iqn.2026-01.org.tsurutus:client.";
    private static final Chap CHAP = new Chap("lab", "correct-horse");

    private static StorageVm vm;

    private final Set<String> exported = new HashSet<>();

    @BeforeAll
    static void makeAPoolAndItsBase(StorageVm shared) throws Exception {
        vm = shared;
        vm.makeBase();
        vm.ask("volume seal base 0 " + SIZE);
    }

    @AfterEach
    void withdrawEverything() throws Exception {
        for (String target : exported) {
            vm.ask("export cut " + target);
            vm.ask("export withdraw " + target);
        }
    }

    private static String target(String name) {
        return "iqn.2026-01.org.tsurutus:" + name;
    }

    private Initiator export(String name, String mode) throws Exception {
        return export(name, "/dev/mapper/boot/" + name, mode);
    }

    private Initiator export(String name, String path, String mode) throws Exception {
        exported.add(target(name));
        vm.ask(
                "export lio %s %s %s %s %s %s"
                        .formatted(
                                target(name), path, mode, NAME + name, CHAP.user(), CHAP.secret()));
        return new Initiator("127.0.0.1:" + vm.iscsiPort(), target(name), 0, NAME + name, CHAP);
    }

    private Initiator pc(String name, int thin) throws Exception {
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
        Initiator pc = export("file", "/tmp/disk.raw", "rw");

        assertThat(pc.run(false, "write -P 65 0 512", "flush").code()).isZero();

        assertThat(vm.shell("tr -d '\\0' < /tmp/disk.raw | wc -c")).containsExactly("512");
    }
}
