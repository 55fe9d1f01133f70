package org.tsurutus.disk.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Inet4Address;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.disk.boot.BootHost;
import org.tsurutus.disk.boot.BootLease;
import org.tsurutus.disk.boot.BootPc;
import org.tsurutus.disk.boot.BootSecret;
import org.tsurutus.disk.boot.DisklessPc;
import org.tsurutus.disk.boot.DisklessPc.Firmware;
import org.tsurutus.disk.boot.LabNetwork;
import org.tsurutus.disk.boot.LeaseFolder;
import org.tsurutus.disk.boot.MacAddress;
import org.tsurutus.disk.iscsi.Chap;

/// PCs without any disk start a Debian from thin snapshots of one base. The storage VM, the
/// controller's process and the PCs are alone in a network namespace.
@Tag("guest")
@Timeout(300)
class DisklessBootVmTest {
    private static final int BOOT_SECONDS = 120;
    private static final String STORAGE = "172.31.77.2";
    private static final List<BootPc> PCS =
            IntStream.rangeClosed(1, 3)
                    .mapToObj(number ->
                            new BootPc("pc" + number, new MacAddress("52:54:00:77:00:0" + number)))
                    .toList();

    @TempDir static Path folder;
    private static LabNetwork network;
    private static StorageVm storage;
    private static BootHost host;
    private static LeaseFolder leases;
    private static long size;
    private static String cleanSector;

    @BeforeAll
    static void importTheImage() throws Exception {
        Path image = StorageImage.client();
        size = Files.size(image);
        byte[] sector = Arrays.copyOf(Files.readAllBytes(image), 512);
        cleanSector = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(sector));
        Files.copy(image, folder.resolve("image"));
        network = LabNetwork.start(PCS.size());
        StorageVm.makeDisks(folder, 256L << 20);
        storage = StorageVm.start(folder, VmNetwork.tap(network.prefix(), "t0", STORAGE + "/24"));
        storage.ask("pool create");
        storage.ask("thin create 0");
        storage.ask("volume activate base 0 " + size);
        storage.shell("dd if=/dev/disk-image of=/dev/mapper/boot/base bs=1M");
        storage.ask("volume deactivate base");
        storage.ask("volume seal base 0 " + size);
        host = BootHost.start(network, folder, PCS);
        leases = new LeaseFolder(folder.resolve("leases"));
    }

    /// What a PC took, for those who read the tests' output.
    private static void tell(String what, DisklessPc pc) {
        System.out.println("diskless PC: " + what + " after " + pc.age().toMillis() + " ms");
    }

    @AfterAll
    static void stop() throws Exception {
        host.close();
        storage.close();
        network.close();
    }

    /// A PC's disk for a run: a snapshot of the base and its export, until it is closed.
    private record Run(BootPc pc, int thin, LeaseFolder.Held lease) implements AutoCloseable {
        static Run begin(int number) throws Exception {
            BootPc pc = PCS.get(number - 1);
            Chap chap = new Chap(pc.name(), BootSecret.fresh().text());
            storage.ask("thin snapshot " + number + " 0");
            storage.ask("volume activate " + pc.name() + " " + number + " " + size);
            storage.ask(
                    "export lio %s /dev/mapper/boot/%s rw %s %s %s"
                            .formatted(
                                    target(pc),
                                    pc.name(),
                                    initiator(pc),
                                    chap.user(),
                                    chap.secret()));
            BootLease lease =
                    new BootLease(
                            BootSecret.fresh(),
                            Inet4Address.ofLiteral(STORAGE),
                            3260,
                            0,
                            target(pc),
                            initiator(pc),
                            chap);
            return new Run(pc, number, leases.lease(pc, lease));
        }

        DisklessPc start(Firmware firmware, String order) throws Exception {
            return DisklessBootVmTest.start(thin, firmware, order);
        }

        /// What the specimen changed, seen from below when the PC is off.
        List<String> evidence() throws IOException {
            end();
            return storage.ask("evidence " + pc.name() + " " + thin);
        }

        /// Whether or not the PC took its leave.
        private void end() throws IOException {
            lease.close();
            storage.ask("export cut " + target(pc));
            assertThat(storage.ask("export sessions " + target(pc))).isEmpty();
            storage.ask("export withdraw " + target(pc));
        }

        /// Throws away what was written, and reads back that every byte is the base's.
        @Override
        public void close() throws IOException {
            end();
            String name = pc.name();
            storage.ask("volume rollback " + name + " " + thin + " 0 " + size);
            assertThat(storage.ask("thin written 0 " + thin)).isEmpty();
            assertThat(storage.ask("evidence " + name)).isEmpty();
            storage.ask("volume deactivate " + name);
            storage.ask("thin delete " + thin);
        }

        private static String target(BootPc pc) {
            return "iqn.2026-01.org.tsurutus:boot." + pc.name();
        }

        private static String initiator(BootPc pc) {
            return "iqn.2026-01.org.tsurutus:client." + pc.name();
        }
    }

    private static DisklessPc start(int number, Firmware firmware, String order) throws Exception {
        return DisklessPc.start(
                network, "t" + number, PCS.get(number - 1), firmware, order, folder);
    }

    @Test
    void aPcWaitsForItsLeaseFindsItsBootkitAgainInTheRunAndStartsCleanInTheNext() throws Exception {
        try (DisklessPc pc = start(1, Firmware.BIOS, "bootkit")) {
            pc.serial().await("pc1: waiting for a lease", BOOT_SECONDS);
            host.log().await("172.31.77.11 asked for pc1: WAITS, not leased", 1);
            try (Run run = Run.begin(1)) {
                pc.serial().await("put its own program into sector 0", BOOT_SECONDS);
                tell("waited, then first boot", pc);
                pc.serial().await("bootkit: first to run", BOOT_SECONDS);
                pc.serial().await("found its own program in sector 0", BOOT_SECONDS);
                pc.awaitOff(30);
                tell("off after its second boot", pc);
                assertThat(pc.serial().text())
                        .contains("boot 1 of this disk, sector 0 is " + cleanSector)
                        .contains("boot 2 of this disk, sector 0 is ")
                        .doesNotContain("boot 2 of this disk, sector 0 is " + cleanSector);

                assertThat(run.evidence())
                        .contains("0+1 mbr-code", "2+1 slack")
                        .anyMatch(line -> line.endsWith(" volume-data"));
            }
        }
        host.log().await("172.31.77.11 asked for pc1: STARTS, from iqn.2026-01", 1);
        try (Run run = Run.begin(1);
                DisklessPc pc = run.start(Firmware.BIOS, "look")) {
            pc.awaitOff(BOOT_SECONDS);
            tell("one boot, to its end,", pc);
            assertThat(pc.serial().text())
                    .contains("boot 1 of this disk, sector 0 is " + cleanSector)
                    .doesNotContain("bootkit");
            assertThat(run.evidence()).noneMatch(line -> line.startsWith("0+1"));
        }
    }

    @Test
    void threePcsStartAtOnceFromOneBaseAndAWiperHurtsItselfAlone() throws Exception {
        try (Run first = Run.begin(1);
                Run second = Run.begin(2);
                Run wiped = Run.begin(3)) {
            try (DisklessPc one = first.start(Firmware.BIOS, "look");
                    DisklessPc two = second.start(Firmware.BIOS, "look");
                    DisklessPc wiper = wiped.start(Firmware.BIOS, "wiper")) {
                for (DisklessPc pc : List.of(one, two)) {
                    pc.awaitOff(BOOT_SECONDS);
                    tell("one of three", pc);
                    assertThat(pc.serial().text()).contains("boot 1 of this disk");
                }
                wiper.serial().await("cleared sector 0", BOOT_SECONDS);
                wiper.serial().await("pc3: nothing on its disk can be started", BOOT_SECONDS);
            }
            assertThat(wiped.evidence())
                    .contains("0+1 mbr-code+mbr-disk-signature+mbr-table+mbr-signature");
            for (Run run : List.of(first, second)) {
                assertThat(run.evidence())
                        .isNotEmpty()
                        .allMatch(line -> line.endsWith(" volume-data"));
            }
        }
    }

    @Test
    void aPcWithUefiIsGivenIpxeAndStartsFromTheSameDisk() throws Exception {
        try (Run run = Run.begin(2)) {
            try (DisklessPc pc = run.start(Firmware.UEFI, "look")) {
                pc.awaitOff(BOOT_SECONDS);
                tell("one boot with UEFI", pc);
                assertThat(pc.serial().text())
                        .contains("NBP filename is snponly.efi")
                        .contains("pc2: starting from " + Run.target(PCS.get(1)))
                        .contains("boot 1 of this disk, sector 0 is " + cleanSector);
            }
            assertThat(run.evidence()).isNotEmpty().allMatch(line -> line.endsWith("volume-data"));
        }
    }
}
