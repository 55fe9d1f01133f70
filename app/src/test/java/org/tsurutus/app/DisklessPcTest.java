package org.tsurutus.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.disk.HostTool;
import org.tsurutus.disk.KeptProcess;
import org.tsurutus.disk.boot.BootPc;
import org.tsurutus.disk.boot.DisklessPc;
import org.tsurutus.disk.boot.LabNetwork;
import org.tsurutus.disk.boot.LogFile;
import org.tsurutus.disk.boot.MacAddress;
import org.tsurutus.disk.vm.StorageImage;

/// A PC without a disk starts from a person's disk, by commands alone.
@Tag("guest")
@Timeout(400)
class DisklessPcTest {
    private static final String CARD = "52:54:00:77:00:01";
    private static final String INITIATOR = "iqn.2026-01.org.tsurutus:client.pc1";

    @TempDir Path folder;

    @BeforeEach
    void giveADisk() throws Exception {
        done("init", "--kind", "fuse");
        done("import", "debian", StorageImage.client().toString(), "--format", "raw");
        done("snapshot", "debian", "pc1");
    }

    private List<String> words(String verb, String... arguments) {
        return Stream.of(
                        Stream.of("disk", verb),
                        Stream.of(arguments),
                        Stream.of("--store", folder.resolve("store").toString()))
                .flatMap(words -> words)
                .toList();
    }

    private String done(String verb, String... arguments) {
        Said said = Said.by(words(verb, arguments));
        assertThat(said.errors()).as(verb).isEmpty();
        assertThat(said.code()).as(verb + said.output()).isZero();
        return said.output();
    }

    /// A command in the PC's network.
    private List<String> inside(LabNetwork network, String verb, String... arguments) {
        List<String> words =
                new ArrayList<>(
                        network.inside(
                                "setpriv",
                                "--pdeathsig",
                                "KILL",
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName()));
        words.addAll(words(verb, arguments));
        return words;
    }

    @Test
    void aPcWaitsUntilItsDiskIsExportedAndStartsFromIt() throws Exception {
        try (LabNetwork network = LabNetwork.start(1)) {
            Path log = folder.resolve("serve.log");
            Process serving =
                    KeptProcess.start(
                            inside(
                                    network,
                                    "serve",
                                    "--at",
                                    "br0",
                                    "--addresses",
                                    "172.31.77.11-172.31.77.40",
                                    "--pc",
                                    "pc1=" + CARD),
                            log);
            LogFile asks = new LogFile(log, serving);
            BootPc named = new BootPc("pc1", new MacAddress(CARD));
            try (DisklessPc pc =
                    DisklessPc.start(
                            network, "t1", named, DisklessPc.Firmware.BIOS, "look", folder)) {
                pc.serial().await("pc1: waiting for a lease", 120);
                asks.await("172.31.77.11 asked for pc1: WAITS, not leased", 10);
                List<String> export =
                        inside(
                                network,
                                "export",
                                "pc1",
                                "--to",
                                "tgt",
                                "--portal",
                                "172.31.77.1:3260",
                                "--initiator",
                                INITIATOR);
                assertThat(HostTool.of(export.toArray(new String[0])).run())
                        .contains("target     iqn.2026-01.org.tsurutus:pc1");
                pc.awaitOff(180);
                assertThat(pc.serial().text())
                        .contains("pc1: starting from iqn.2026-01.org.tsurutus:pc1")
                        .contains("boot 1 of this disk");
                asks.await("172.31.77.11 asked for pc1: STARTS, from iqn.2026-01", 10);
            } finally {
                serving.destroyForcibly().waitFor();
            }
            assertThat(Said.by(words("diff", "pc1")).output()).contains("volume-data");
            assertThat(done("rollback", "pc1", "--cut"))
                    .isEqualTo("pc1 is what its golden image is\n");
        }
    }
}
