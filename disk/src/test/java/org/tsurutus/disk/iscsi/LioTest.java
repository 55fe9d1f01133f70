package org.tsurutus.disk.iscsi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tsurutus.disk.mapper.Actions;

class LioTest {
    private static final String TARGET = "iqn.2026-01.org.tsurutus:pc1";
    private static final String PC = "iqn.2026-01.org.tsurutus:client.pc1";
    private static final String CORE = "/c/core/iblock_0/iqn.2026-01.org.tsurutus.pc1";
    private static final String GROUP = "/c/iscsi/" + TARGET + "/tpgt_1";
    private static final String ACCESS = GROUP + "/acls/" + PC;

    private final List<String> said = new ArrayList<>();
    private final Lio lio =
            new Lio(Path.of("/c"), "172.31.77.1:3260", Actions.rehearsal(said::add));

    @Test
    void aRehearsalOfAnExportSaysEveryFileButNoSecret() {
        Path disk = Path.of("/dev/mapper/boot/pc1");

        lio.export(new Lun(TARGET, disk, true, PC, new Chap("pc1", "correct-horse")));

        assertThat(said)
                .containsExactly(
                        "mkdir " + CORE,
                        "write udev_path=/dev/mapper/boot/pc1,readonly=1 to " + CORE + "/control",
                        "write 1 to " + CORE + "/enable",
                        "write " + TARGET + " to " + CORE + "/wwn/vpd_unit_serial",
                        "mkdir " + GROUP,
                        "write 1 to " + GROUP + "/attrib/authentication",
                        "write 0 to " + GROUP + "/attrib/generate_node_acls",
                        "mkdir " + GROUP + "/lun/lun_0",
                        "link " + GROUP + "/lun/lun_0/disk to " + CORE,
                        "mkdir " + ACCESS,
                        "write pc1 to " + ACCESS + "/auth/userid",
                        "write (secret) to " + ACCESS + "/auth/password",
                        "mkdir " + ACCESS + "/lun_0",
                        "link " + ACCESS + "/lun_0/disk to " + GROUP + "/lun/lun_0",
                        "write 1 to " + ACCESS + "/lun_0/write_protect",
                        "mkdir " + GROUP + "/np/172.31.77.1:3260",
                        "write 1 to " + GROUP + "/enable");
    }

    @Test
    void aTargetIsTakenDownFromTheOutsideIn() {
        lio.withdraw(TARGET);

        assertThat(said)
                .containsExactly(
                        "write 0 to " + GROUP + "/enable",
                        "remove " + GROUP + "/acls/(initiator)/lun_0/disk",
                        "remove " + GROUP + "/acls/(initiator)/lun_0",
                        "remove " + GROUP + "/acls/(initiator)",
                        "remove " + GROUP + "/lun/lun_0/disk",
                        "remove " + GROUP + "/lun/lun_0",
                        "remove " + GROUP + "/np/172.31.77.1:3260",
                        "remove " + GROUP,
                        "remove /c/iscsi/" + TARGET,
                        "remove " + CORE);
    }
}
