package org.tsurutus.disk.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.iscsi.Chap;

@Timeout(60)
class LeaseFolderTest {
    @TempDir Path folder;

    /// Leases `pc1` in a folder and says so, then lives until its input ends.
    public static void main(String[] arguments) throws Exception {
        LeaseFolder.Held _ =
                new LeaseFolder(Path.of(arguments[0])).lease(Lab.PC1, Lab.lease("pc1"));
        System.out.println("leased");
        System.in.read();
    }

    @Test
    void aLeaseLastsUntilItIsClosed() throws Exception {
        LeaseFolder leases = new LeaseFolder(folder);
        BootLease lease = Lab.lease("pc1");
        try (LeaseFolder.Held _ = leases.lease(Lab.PC1, lease)) {
            assertThat(leases.of("pc1")).contains(lease);
            assertThat(leases.of("pc2")).isEmpty();
            assertThatThrownBy(() -> leases.lease(Lab.PC1, lease))
                    .isInstanceOf(DiskException.class)
                    .hasMessageContaining("the PC pc1 is leased already");
            assertThat(Files.getPosixFilePermissions(folder.resolve("pc1.json")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
        assertThat(leases.of("pc1")).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aControllersLeaseIsSeenByOthersAndEndsWithIt() throws Exception {
        LeaseFolder leases = new LeaseFolder(folder);
        Process controller = controller();
        try (BufferedReader said = controller.inputReader()) {
            assertThat(said.readLine()).isEqualTo("leased");
            BootLease seen = leases.of("pc1").orElseThrow();
            assertThat(seen.target()).isEqualTo("iqn.2026-01.org.tsurutus:boot.pc1");
            assertThat(seen.chap()).isEqualTo(Lab.lease("pc1").chap());
            assertThat(seen).isEqualTo(leases.of("pc1").orElseThrow());
            assertThatThrownBy(() -> leases.lease(Lab.PC1, seen))
                    .hasMessageContaining("is leased already");
        } finally {
            controller.destroyForcibly().waitFor();
        }
        assertThat(folder.resolve("pc1.json")).exists();
        assertThat(leases.of("pc1")).isEmpty();
        try (LeaseFolder.Held _ = leases.lease(Lab.PC1, Lab.lease("pc1"))) {
            assertThat(leases.of("pc1")).isPresent();
        }
    }

    private Process controller() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LeaseFolderTest.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    @Test
    void aFileThatNobodyHoldsIsNoLease() throws Exception {
        LeaseFolder leases = new LeaseFolder(folder);
        Files.writeString(folder.resolve("pc1.json"), "{\"secret\":");

        assertThat(leases.of("pc1")).isEmpty();
    }

    @Test
    void noSecretIsPrinted() {
        BootLease lease = Lab.lease("pc1");

        assertThat(lease.toString())
                .doesNotContain(lease.secret().text())
                .doesNotContain("correct-horse");
        assertThat(lease.secret().isKnownAs(lease.secret().text())).isTrue();
        assertThat(lease.secret().isKnownAs(BootSecret.fresh().text())).isFalse();
        BootSecret derived = BootSecret.of(lease.chap());
        assertThat(derived.isKnownAs(BootSecret.of(lease.chap()).text())).isTrue();
        assertThat(derived).isNotEqualTo(BootSecret.of(new Chap("pc1", "another-horse")));
        assertThatThrownBy(() -> new BootSecret("guess")).hasMessageNotContaining("guess");
    }
}
