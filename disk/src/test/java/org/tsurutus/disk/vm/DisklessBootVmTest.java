package org.tsurutus.disk.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.disk.boot.DisklessPc;
import org.tsurutus.disk.boot.DisklessPc.Firmware;

/// PCs without any disk start a Debian from thin snapshots of one base.
@Tag("guest")
@Order(4)
@Timeout(600)
class DisklessBootVmTest {
    private static final int BOOT_SECONDS = 180;

    @TempDir static Path folder;
    private static DisklessLab lab;

    @BeforeAll
    static void start() throws Exception {
        lab = DisklessLab.start(folder, 3);
    }

    @AfterAll
    static void stop() throws Exception {
        lab.close();
    }

    /// What a PC took, for those who read the tests' output.
    private static void tell(String what, DisklessPc pc) {
        System.out.println("diskless PC: " + what + " after " + pc.age().toMillis() + " ms");
    }

    @Test
    void aPcWaitsForItsLeaseFindsItsBootkitAgainInTheRunAndStartsCleanInTheNext() throws Exception {
        try (DisklessPc pc = lab.start(1, Firmware.BIOS, "bootkit")) {
            pc.serial().await("pc1: waiting for a lease", BOOT_SECONDS);
            tell("it waits", pc);
            lab.host().log().await("172.31.77.11 asked for pc1: WAITS, not leased", 1);
            try (DisklessLab.Run run = lab.begin(1)) {
                run.keep("clean");
                pc.serial().await("put its own program into sector 0", BOOT_SECONDS);
                tell("its first boot is over", pc);
                run.keep("infected");
                pc.serial().await("bootkit: first to run", BOOT_SECONDS);
                pc.serial().await("found its own program in sector 0", BOOT_SECONDS);
                pc.awaitOff(30);
                tell("its second boot is over", pc);
                assertThat(pc.serial().text())
                        .contains("boot 1 of this disk, " + lab.clean())
                        .contains("boot 2 of this disk, sector 0 is ")
                        .doesNotContain("boot 2 of this disk, " + lab.clean());

                assertThat(run.evidence())
                        .contains("0+1 mbr-code", "2+1 slack")
                        .anyMatch(line -> line.endsWith(" volume-data"));
                assertThat(run.sector0("infected")).isNotEqualTo(run.sector0("clean"));
            }
        }
        lab.host().log().await("172.31.77.11 asked for pc1: STARTS, from iqn.2026-01", 1);
        try (DisklessLab.Run run = lab.begin(1);
                DisklessPc pc = run.start(Firmware.BIOS, "look")) {
            pc.awaitOff(BOOT_SECONDS);
            tell("one boot is over", pc);
            assertThat(pc.serial().text())
                    .contains("boot 1 of this disk, " + lab.clean())
                    .doesNotContain("bootkit");
            assertThat(run.evidence()).noneMatch(line -> line.startsWith("0+1"));
        }
    }

    /// One loads iPXE over TFTP, one does by UEFI, and the wiper's card has it.
    @Test
    void threePcsStartAtOnceFromOneBaseAndAWiperHurtsItselfAlone() throws Exception {
        try (DisklessLab.Run first = lab.begin(1);
                DisklessLab.Run second = lab.begin(2);
                DisklessLab.Run wiped = lab.begin(3)) {
            try (DisklessPc one = first.start(Firmware.BIOS_WITHOUT_IPXE, "look");
                    DisklessPc two = second.start(Firmware.UEFI, "look");
                    DisklessPc wiper = wiped.start(Firmware.BIOS, "wiper")) {
                for (DisklessPc pc : List.of(one, two)) {
                    pc.awaitOff(BOOT_SECONDS);
                    tell("one of three is over", pc);
                    assertThat(pc.serial().text()).contains("boot 1 of this disk, " + lab.clean());
                }
                assertThat(one.serial().text())
                        .contains("undionly.kpxe... ok")
                        .contains("pc1: starting from " + first.target());
                assertThat(two.serial().text())
                        .contains("NBP filename is snponly.efi")
                        .contains("pc2: starting from " + second.target());
                wiper.serial().await("cleared sector 0", BOOT_SECONDS);
                wiper.serial().await("pc3: nothing on its disk can be started", BOOT_SECONDS);
                tell("the wiper's finds nothing", wiper);
            }
            assertThat(wiped.evidence())
                    .contains("0+1 mbr-code+mbr-disk-signature+mbr-table+mbr-signature");
            for (DisklessLab.Run run : List.of(first, second)) {
                assertThat(run.evidence())
                        .isNotEmpty()
                        .allMatch(line -> line.endsWith(" volume-data"));
            }
        }
    }
}
