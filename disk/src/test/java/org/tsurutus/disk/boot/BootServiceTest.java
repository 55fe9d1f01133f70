package org.tsurutus.disk.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.disk.HostTool;

/// A real DHCP client asks, as firmware and iPXE do.
@Tag("guest")
@Timeout(120)
class BootServiceTest {
    private static final String BIOS = "0x5d:0000";
    private static final String UEFI = "0x5d:0007";
    private static final String IPXE = "0x4d:69505845";

    @TempDir Path folder;
    private LabNetwork network;
    private BootHost host;

    @BeforeEach
    void start() throws Exception {
        network = LabNetwork.start(0);
        run("ip", "link", "add", "near", "type", "veth", "peer", "name", "far");
        run("ip", "link", "set", "near", "master", "br0", "up");
        card(Lab.PC1.mac().text());
        host = BootHost.start(network, folder, List.of(Lab.PC1, Lab.PC2));
    }

    @AfterEach
    void stop() {
        host.close();
        network.close();
    }

    private HostTool.Outcome run(String... words) {
        return HostTool.of(network.inside(words).toArray(new String[0])).attempt();
    }

    private void card(String mac) {
        run("ip", "link", "set", "far", "down", "address", mac);
        run("ip", "link", "set", "far", "up");
    }

    /// What a client at the card `far` is told, as `name=value` lines; empty when it is told
    /// nothing.
    private List<String> ask(String... options) throws Exception {
        Path script = folder.resolve("told");
        Files.writeString(script, "#!/bin/sh\n[ \"$1\" != bound ] || env\n");
        assertThat(script.toFile().setExecutable(true)).isTrue();
        List<String> words =
                new ArrayList<>(List.of("busybox", "udhcpc", "-i", "far", "-f", "-q", "-n"));
        words.addAll(List.of("-t", "2", "-T", "1", "-s", script.toString()));
        for (String option : options) {
            words.addAll(List.of("-x", option));
        }
        return run(words.toArray(new String[0]))
                .output()
                .lines()
                .filter(line -> line.matches("(ip|mask|router|dns|hostname|siaddr|boot_file)=.*"))
                .sorted()
                .toList();
    }

    private static String file(String name) {
        return "boot_file=" + name;
    }

    @Test
    void firmwareIsGivenItsIpxeAndNoWayOut() throws Exception {
        assertThat(ask(BIOS))
                .containsExactly(
                        "boot_file=undionly.kpxe",
                        "hostname=pc1",
                        "ip=172.31.77.11",
                        "mask=24",
                        "siaddr=172.31.77.1");
        assertThat(ask(UEFI)).contains(file("snponly.efi"));
        Path got = folder.resolve("got");
        for (String loader : List.of("undionly.kpxe", "snponly.efi", "ipxe.efi", "ipxe.pxe")) {
            run("busybox", "tftp", "-g", "-r", loader, "-l", got.toString(), "172.31.77.1");
            assertThat(got).hasSameBinaryContentAs(DhcpConfiguration.LOADERS.resolve(loader));
            Files.delete(got);
        }
        run("busybox", "tftp", "-g", "-r", "/etc/passwd", "-l", got.toString(), "172.31.77.1");
        assertThat(got)
                .satisfiesAnyOf(
                        none -> assertThat(none).doesNotExist(),
                        none -> assertThat(none).isEmptyFile());
    }

    @Test
    void aCardThatIsNotKnownIsNotAnswered() throws Exception {
        card("52:54:00:77:00:99");

        assertThat(ask(BIOS)).isEmpty();
    }

    @Test
    void ipxeIsTheLeasesSecretToldWhileTheLeaseLasts() throws Exception {
        String waiting = file("http://172.31.77.1:8067/boot/pc1/wait.ipxe");
        assertThat(ask(BIOS, IPXE)).contains(waiting);
        LeaseNotes leases = new LeaseNotes(folder.resolve("leases"));
        BootLease lease = Lab.lease("pc1");
        String secret = lease.secret().text();

        leases.lease("pc1", lease);
        Thread.sleep(1000);
        assertThat(ask(BIOS, IPXE))
                .contains(file("http://172.31.77.1:8067/boot/pc1/" + secret + ".ipxe"));
        card(Lab.PC2.mac().text());
        assertThat(ask(UEFI, IPXE)).contains(file("http://172.31.77.1:8067/boot/pc2/wait.ipxe"));
        card(Lab.PC1.mac().text());
        leases.end("pc1");
        Thread.sleep(1000);

        assertThat(ask(BIOS, IPXE)).contains(waiting);
    }

    @Test
    void nothingOutlivesTheControllerAndNothingIsRoot() throws Exception {
        ProcessHandle dnsmasq =
                ProcessHandle.allProcesses().filter(this::isOurs).findFirst().orElseThrow();
        List<String> status = Files.readAllLines(Path.of("/proc/" + dnsmasq.pid() + "/status"));
        assertThat(status).anyMatch(line -> line.matches("Uid:(\\s+[1-9]\\d*){4}"));
        assertThat(status).contains("CapEff:\t0000000000003400", "CapBnd:\t0000000000003400");
        assertThat(Files.getOwner(folder.resolve("dhcp/scripts")).getName()).isEqualTo("dnsmasq");

        host.close();

        dnsmasq.onExit().join();
        assertThat(run("ss", "-Hlun").output()).isEmpty();
    }

    private boolean isOurs(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                    .startsWith("dnsmasq\0--keep-in-foreground\0--conf-file=" + folder);
        } catch (java.io.IOException _) {
            return false;
        }
    }
}
