package org.tsurutus.network.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.network.Tshark;
import org.tsurutus.network.packet.Ethernet;
import org.tsurutus.network.packet.Ipv4;
import org.tsurutus.network.packet.Ipv4Address;
import org.tsurutus.network.packet.MacAddress;
import org.tsurutus.network.packet.Octets;
import org.tsurutus.network.packet.Udp;

class CaptureTest {
    private static final long START = 1_795_000_000_123_456_789L;
    private static final long MUCH = 1L << 30;
    private static final MacAddress ONE = MacAddress.parse("52:54:00:00:00:01");
    private static final MacAddress TWO = MacAddress.parse("52:54:00:00:00:02");

    @TempDir Path folder;

    @Test
    void tsharkReadsWhatWasSentWhenAndByWhom() throws Exception {
        Path file = folder.resolve("traffic.pcapng");
        AtomicLong clock = new AtomicLong(START);
        ProcessNames processes =
                (pc, tuple) ->
                        tuple.sourcePort() == 1001
                                ? Optional.of("evil\u001b.exe of " + pc)
                                : Optional.empty();
        try (Capture capture = Capture.begin(file, MUCH, () -> clock.addAndGet(1001), processes)) {
            capture.opened(0, "PC-01", ONE);
            capture.opened(1, "営業 PC", TWO);
            give(capture, 0, udp(1001, 10));
            give(capture, 1, udp(1002, 1400));
            give(capture, 0, Octets.of(new byte[5]));
        }

        assertThat(
                        Tshark.fields(
                                file,
                                "frame",
                                "frame.interface_name",
                                "frame.len",
                                "frame.time_epoch",
                                "frame.comment"))
                .containsExactly(
                        List.of("PC-01", "52", "1795000000.123457790", "PC-01: evil?.exe of PC-01"),
                        List.of("営業 PC", "1442", "1795000000.123458791", "営業 PC"),
                        List.of("PC-01", "5", "1795000000.123459792", "PC-01"));
    }

    @Test
    void capinfosFindsNothingAmissAndTheCountOfWhatWasLeftOut() throws Exception {
        Path file = folder.resolve("traffic.pcapng");
        Capture capture = Capture.begin(file, 100_000, () -> START, ProcessNames.UNKNOWN);
        try {
            capture.opened(0, "PC-01", ONE);
            for (int i = 0; i < 200; i++) {
                give(capture, 0, udp(1000, 1000));
            }
        } finally {
            capture.close();
        }
        CaptureCounts counts = capture.counts();

        assertThat(counts.frames()).isBetween(80L, 95L);
        assertThat(counts.leftOutByLimit()).isEqualTo(200 - counts.frames());
        assertThat(counts.bytes()).isEqualTo(Files.size(file)).isLessThanOrEqualTo(100_000);
        assertThat(Tshark.run("capinfos", List.of("-M", file.toString())))
                .contains("Number of packets:   " + counts.frames())
                .contains("Name = PC-01")
                .contains("Number of stat entries = 1");
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                .contains(counts.leftOut() + " frames of PC-01 left out: 0 came too fast");
    }

    @Test
    void allThatWasWrittenIsReadWhereverTheFileEnds() throws Exception {
        Path file = folder.resolve("traffic.pcapng");
        try (Capture capture = Capture.begin(file, MUCH, () -> START, ProcessNames.UNKNOWN)) {
            capture.opened(0, "PC-01", ONE);
            give(capture, 0, udp(1, 100));
            give(capture, 0, udp(2, 100));
        }
        byte[] whole = Files.readAllBytes(file);
        for (int end = whole.length - 1; end > whole.length - 300; end -= 37) {
            Path torn = Files.write(folder.resolve("torn" + end), Arrays.copyOf(whole, end));
            assertThat(ports(torn)).as("%s of %s bytes", end, whole.length).contains("1\n");
        }
    }

    @Test
    void aFileThatIsStillWrittenCanBeRead() throws Exception {
        Path file = folder.resolve("traffic.pcapng");
        try (Capture capture = Capture.begin(file, MUCH, () -> START, ProcessNames.UNKNOWN)) {
            capture.opened(0, "PC-01", ONE);
            give(capture, 0, udp(7, 100));
            while (capture.counts().frames() == 0) {
                Thread.onSpinWait();
            }
            while (Files.size(file) < capture.counts().bytes()) {
                Thread.onSpinWait();
            }
            assertThat(ports(file)).isEqualTo("7\n");
        }
    }

    @Test
    void aProcessThatBecomesKnownAMomentLaterIsNamed() throws Exception {
        Path file = folder.resolve("traffic.pcapng");
        AtomicReference<Optional<String>> known = new AtomicReference<>(Optional.empty());
        try (Capture capture = Capture.begin(file, MUCH, () -> START, (_, _) -> known.get())) {
            capture.opened(0, "PC-01", ONE);
            give(capture, 0, udp(7, 100));
            Thread.sleep(Duration.ofMillis(200));
            known.set(Optional.of("late.exe"));
        }

        assertThat(field(file, "frame.comment")).isEqualTo("PC-01: late.exe\n");
    }

    @Test
    void whatComesTooFastIsCountedAndNobodyWaits() throws Exception {
        Path file = folder.resolve("traffic.pcapng");
        int sent = 4000;
        ProcessNames slow =
                (_, _) -> {
                    LockSupport.parkNanos(200_000);
                    return Optional.empty();
                };
        Capture capture = Capture.begin(file, MUCH, () -> START, slow);
        try {
            capture.opened(0, "PC-01", ONE);
            for (int i = 0; i < sent; i++) {
                give(capture, 0, udp(1, 60_000));
            }
        } finally {
            capture.close();
        }
        CaptureCounts counts = capture.counts();
        assertThat(counts.leftOutByQueue()).isPositive();
        assertThat(counts.frames() + counts.leftOutByQueue()).isEqualTo(sent);
        assertThat(Tshark.fields(file, "frame", "frame.number")).hasSize((int) counts.frames());
    }

    private static String ports(Path file) throws Exception {
        return field(file, "udp.srcport");
    }

    private static String field(Path file, String name) throws Exception {
        Process tshark =
                new ProcessBuilder(
                                "tshark", "-n", "-r", file.toString(), "-T", "fields", "-e", name)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        return new String(tshark.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static void give(Capture capture, int port, Octets frame) {
        ByteBuffer wire = ByteBuffer.allocateDirect(3 + frame.length()).position(3);
        frame.putInto(wire);
        capture.frame(port, wire, 3, frame.length());
    }

    private static Octets udp(int sourcePort, int length) {
        Ipv4Address here = Ipv4Address.parse("10.0.0.1");
        Ipv4Address there = Ipv4Address.parse("10.0.0.2");
        Octets datagram = new Udp(sourcePort, 9, Octets.of(new byte[length])).octets(here, there);
        return Ethernet.of(
                        ONE, TWO, Ipv4.TYPE, Ipv4.of(here, there, Udp.PROTOCOL, datagram).octets())
                .octets();
    }
}
