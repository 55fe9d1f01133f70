package org.tsurutus.farm.machine.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.ScratchDisk;
import org.tsurutus.disk.Sectors;
import org.tsurutus.farm.host.Home;
import org.tsurutus.farm.image.GuestImage;
import org.tsurutus.farm.image.GuestProfile;
import org.tsurutus.farm.machine.Machine;

class LeasedDisksTest {
    @TempDir Path folder;
    private Home home;
    private GuestImage image;

    @BeforeEach
    void makeImages() throws Exception {
        home = new Home(folder.resolve("home"));
        Path images = Files.createDirectory(folder.resolve("images"));
        image =
                new GuestImage(
                        GuestProfile.WINE32,
                        "0123456789ab",
                        images,
                        images.resolve("boot"),
                        images,
                        true);
        call("qemu-img", "create", "-q", "-f", "qcow2", image.root().toString(), "8M");
        ScratchDisk.create(image.scratch());
    }

    @Test
    void whatARunWroteIsSeenAndThenGone() throws Exception {
        try (LeasedDisks disks = new LeasedDisks(home, image)) {
            write(disks.root(image.root()));
            write(disks.scratch());
            Machine.ScratchDisk scratch = disks.scratchDisk();

            assertThat(scratch.written()).hasSize(1);
            assertThat(sector0(scratch.after())).containsOnly(7);
            assertThat(sector0(scratch.before())).isEqualTo(ScratchDisk.masterBootRecord());
            assertThat(disks.rollBack()).isEmpty();
        }
        try (LeasedDisks disks = new LeasedDisks(home, image)) {
            disks.scratch();
            assertThat(disks.scratchDisk().written()).isEmpty();
        }
    }

    @Test
    void aSecondPowerOnFindsFreshDisks() throws Exception {
        try (LeasedDisks disks = new LeasedDisks(home, image)) {
            Path first = disks.root(image.root());
            write(first);

            assertThat(disks.root(image.root())).isEqualTo(first);
            disks.scratch();
            write(disks.scratch());
            disks.scratch();
            assertThat(disks.scratchDisk().written()).isEmpty();
        }
    }

    @Test
    void twoPcsAtATimeHaveDisksOfTheirOwn() {
        try (LeasedDisks one = new LeasedDisks(home, image);
                LeasedDisks other = new LeasedDisks(home, image)) {
            assertThat(one.scratch().toString()).contains("scratch-pc1");
            assertThat(other.scratch().toString()).contains("scratch-pc2");
            assertThat(LeasedDisks.recover(home)).isEmpty();
        }
    }

    @Test
    void anImageThatIsBuiltAgainIsAnotherOne() throws Exception {
        try (LeasedDisks disks = new LeasedDisks(home, image)) {
            disks.root(image.root());
        }
        Files.delete(image.root());
        call("qemu-img", "create", "-q", "-f", "qcow2", image.root().toString(), "16M");
        Files.setLastModifiedTime(image.root(), FileTime.from(Instant.now().plusSeconds(9)));

        try (LeasedDisks disks = new LeasedDisks(home, image)) {
            assertThat(disks.root(image.root()).toString()).contains("root-pc1");
        }
    }

    @Test
    void aDiskThatDoesNotComeBackIsNamedAndTheNextRunGetsAnother() throws Exception {
        try (LeasedDisks disks = new LeasedDisks(home, image)) {
            disks.scratch();
            Path golden = image.scratch();
            FileTime time = Files.getLastModifiedTime(golden);
            byte[] bytes = Files.readAllBytes(golden);
            bytes[0] ^= 1;
            Files.write(golden, bytes);
            assertThat(disks.rollBack())
                    .isEqualTo(
                            "the disk scratch-pc1 is in quarantine: the canary at byte 0 reads as"
                                    + " something else");
            bytes[0] ^= 1;
            Files.write(golden, bytes);
            Files.setLastModifiedTime(golden, time);
        }
        try (LeasedDisks disks = new LeasedDisks(home, image)) {
            assertThat(disks.scratch().toString()).contains("scratch-pc2");
        }
    }

    private static byte[] sector0(Blocks disk) {
        try (disk) {
            return Sectors.read(disk, 0);
        }
    }

    private static void write(Path overlay) throws Exception {
        call("qemu-io", "-f", "qcow2", "-c", "write -P 7 0 512", overlay.toString());
    }

    private static void call(String... words) throws Exception {
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
