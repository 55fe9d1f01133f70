package org.tsurutus.network.lan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.network.packet.Ethernet;
import org.tsurutus.network.packet.Ipv4;
import org.tsurutus.network.packet.MacAddress;
import org.tsurutus.network.packet.Octets;
import org.tsurutus.network.packet.Udp;

/// A PC that has nothing but the boot program of its network card, which asks for an address.
@Tag("guest")
class QemuOnTheLanTest {
    private static final MacAddress MAC = MacAddress.parse("52:54:00:aa:bb:cc");
    private static final int DHCP_SERVER = 67;

    @TempDir Path folder;

    @Test
    void aRealPcAsksForAnAddressAndIsCutWithTheLan() throws Exception {
        BlockingQueue<Octets> heard = new LinkedBlockingQueue<>();
        Lan lan = Lan.open("boot", FrameTap.NONE);
        try {
            lan.join("listener", new MacAddress(0x0200_0000_0001L), f -> heard.add(Octets.of(f)));
            Path socket = folder.resolve("pc.socket");
            lan.listen("pc", MAC, socket);
            Process qemu = start(socket);
            try {
                Optional<Ipv4> question = Optional.empty();
                while (question.isEmpty()) {
                    Octets frame = heard.poll(120, TimeUnit.SECONDS);
                    assertThat(frame).as("the next frame").isNotNull();
                    question = Optional.of(frame).flatMap(QemuOnTheLanTest::dhcp);
                }
                assertThat(question.get().isIntact()).isTrue();
                assertThat(lan.counts().port("pc").spoofed()).isZero();

                lan.close();
                assertThat(qemu.isAlive()).isTrue();
                assertThat(lan.counts().port("pc").closed()).isPresent();
            } finally {
                qemu.destroyForcibly().waitFor();
            }
        } finally {
            lan.close();
        }
    }

    private static Optional<Ipv4> dhcp(Octets frame) {
        return Ethernet.read(frame)
                .filter(ethernet -> ethernet.source().equals(MAC))
                .filter(ethernet -> ethernet.target().equals(MacAddress.BROADCAST))
                .map(Ethernet::packet)
                .filter(Ipv4.class::isInstance)
                .map(Ipv4.class::cast)
                .filter(ip -> ip.segment() instanceof Udp udp && udp.targetPort() == DHCP_SERVER);
    }

    private Process start(Path socket) throws Exception {
        return new ProcessBuilder(
                        "qemu-system-x86_64",
                        "-accel",
                        "tcg",
                        "-m",
                        "64",
                        "-nodefaults",
                        "-display",
                        "none",
                        "-boot",
                        "n",
                        "-netdev",
                        "stream,id=lan,server=off,addr.type=unix,addr.path=" + socket,
                        "-device",
                        "virtio-net-pci,netdev=lan,mac=" + MAC)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("qemu.txt").toFile())
                .start();
    }
}
