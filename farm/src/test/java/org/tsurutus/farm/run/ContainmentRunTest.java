package org.tsurutus.farm.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.farm.host.Command;
import org.tsurutus.farm.lab.RealLab;
import org.tsurutus.farm.scenario.ScenarioFile;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.network.capture.CaptureReader;
import org.tsurutus.network.packet.Octets;

/// Two runs side by side that look just alike, each with a specimen that tries to get out in every
/// way it has, while this host listens: nothing arrives here, and nothing crosses.
@Tag("guest")
class ContainmentRunTest {
    private static final int BURST = 100_000_000;
    private static final List<String> EVERYBODY =
            List.of("ffffffffffff", "01005e000001", "01005e7ffffa", "333300000001");

    @TempDir private static Path folder;
    private static List<Attempt> attempts = List.of();

    /// One of the two runs.
    ///
    /// @param listening what this host hears
    private record Attempt(Containment listening, RunDirectory run) {
        String port() {
            return listening.word().split(" ", 4)[1];
        }

        String word() {
            return listening.word().split(" ", 4)[2];
        }

        Set<String> cards() {
            return run.manifest().pcs().stream()
                    .map(pc -> pc.mac().replace(":", "").toLowerCase(Locale.ROOT))
                    .collect(Collectors.toSet());
        }

        /// What its PCs sent.
        List<Octets> frames() {
            List<Octets> frames = new ArrayList<>();
            CaptureReader.read(
                    run.net().resolve("traffic.pcapng"), frame -> frames.add(frame.bytes()));
            return frames;
        }
    }

    @BeforeAll
    static void tryToGetOut() throws IOException {
        List<CompletableFuture<Attempt>> running = new ArrayList<>();
        for (String name : List.of("one", "other")) {
            Path runs = Files.createDirectory(folder.resolve(name));
            Containment listening = Containment.open();
            running.add(
                    CompletableFuture.supplyAsync(
                            () -> new Attempt(listening, run(listening, runs)),
                            work -> Thread.ofPlatform().start(work)));
        }
        attempts = running.stream().map(CompletableFuture::join).toList();
    }

    private static RunDirectory run(Containment listening, Path runs) {
        String probe = listening.word().substring("probe ".length());
        RunRequest request =
                RealLab.request(
                                RealLab.examples().resolve("probe.exe"),
                                probe + " 10.77.0.12 10.77.0.* 100@10.77.0.12",
                                Duration.ofMinutes(6),
                                runs)
                        .with(ScenarioFile.office().first(2));
        return RealLab.LAB.runner().run(request);
    }

    @AfterAll
    static void listenNoMore() {
        attempts.forEach(attempt -> attempt.listening().close());
    }

    @Test
    void bothRunsEndAsIfNothingHadBeenTried() {
        for (Attempt attempt : attempts) {
            RunManifest manifest = attempt.run().manifest();
            assertThat(manifest.state()).as("%s", manifest.end()).isEqualTo(RunManifest.State.DONE);
            assertThat(manifest.end().orElseThrow().exitCode()).hasValue(0L);
            assertThat(manifest.end().orElseThrow().reason()).isEqualTo("process tree ended");
            assertThat(manifest.pcs()).allMatch(pc -> pc.stopped().isEmpty());
        }
    }

    @Test
    void theSpecimenDidTryAndItsLogTellsWhere() {
        for (Attempt attempt : attempts) {
            Set<String> called =
                    RealLab.log(attempt.run()).stream()
                            .filter(record -> record.kind().equals("net/con"))
                            .filter(record -> record.value("psPath", "").endsWith("probe.exe"))
                            .filter(record -> record.value("dstPort", "").equals(attempt.port()))
                            .map(record -> record.value("dstIP", ""))
                            .collect(Collectors.toSet());

            assertThat(called)
                    .contains("169.254.169.254", "10.0.2.2", "9.9.9.9", "10.77.0.12")
                    .containsAll(
                            attempt.listening().targets().stream()
                                    .filter(address -> address.matches("[0-9.]+"))
                                    .filter(address -> !isOfEverybody(address))
                                    .toList());
        }
    }

    private static boolean isOfEverybody(String address) {
        return address.equals("255.255.255.255") || address.startsWith("224.");
    }

    @Test
    void nothingArrivesAtThisHostThoughItListens() throws IOException {
        for (Attempt attempt : attempts) {
            assertThat(attempt.listening().arrived()).isEmpty();
        }
        for (Attempt attempt : attempts) {
            saysTheWordItself(attempt);
            long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
            while (attempt.listening().arrived().size() < 2 && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            assertThat(attempt.listening().arrived()).hasSize(2);
        }
    }

    private static void saysTheWordItself(Attempt attempt) throws IOException {
        byte[] word = attempt.word().getBytes(StandardCharsets.ISO_8859_1);
        InetAddress here = InetAddress.getLoopbackAddress();
        int port = Integer.parseInt(attempt.port());
        try (Socket tcp = new Socket(here, port);
                DatagramSocket udp = new DatagramSocket()) {
            tcp.getOutputStream().write(word);
            udp.send(new DatagramPacket(word, word.length, here, port));
        }
    }

    @Test
    void whatWasSaidToEverybodyStaysWithinTheRun() {
        for (Attempt attempt : attempts) {
            Attempt other = attempts.get(1 - attempts.indexOf(attempt));
            Set<String> senders = new HashSet<>();
            Set<String> told = new HashSet<>();
            for (Octets frame : attempt.frames()) {
                String text = new String(frame.toArray(), StandardCharsets.ISO_8859_1);
                senders.add(address(frame, 6));
                if (text.contains(attempt.word())) {
                    told.add(address(frame, 0));
                }
                assertThat(text).doesNotContain(other.word());
            }

            assertThat(senders).isEqualTo(attempt.cards());
            assertThat(told).containsAll(EVERYBODY).containsAnyElementsOf(attempt.cards());
        }
    }

    private static String address(Octets frame, int at) {
        return "%04x%08x".formatted(frame.shortAt(at), frame.intAt(at + 2));
    }

    @Test
    void theBurstIsCapturedOrCounted() {
        for (Attempt attempt : attempts) {
            RunManifest manifest = attempt.run().manifest();
            long bytes = attempt.frames().stream().mapToLong(Octets::length).sum();
            long missing =
                    manifest.gaps().byReason().getOrDefault("frames that were not captured", 0L);

            assertThat(bytes + missing * 1514).isGreaterThan(BURST);
        }
    }

    @Test
    void theCaptureNamesTheProcessBehindTheFrames() {
        for (Attempt attempt : attempts) {
            MarkIIRecord probe =
                    RealLab.log(attempt.run()).stream()
                            .filter(record -> record.kind().equals("ps/start"))
                            .filter(record -> record.value("psPath", "").endsWith("probe.exe"))
                            .findFirst()
                            .orElseThrow();
            String comment =
                    "OFFICE-PC1: " + probe.value("psPath", "") + " " + probe.value("psGUID", "");

            assertThat(comments(attempt.run())).contains(comment).contains("OFFICE-PC2");
        }
    }

    private static Set<String> comments(RunDirectory run) {
        return Command.of(
                        "tshark",
                        "-r",
                        run.net().resolve("traffic.pcapng").toString(),
                        "-T",
                        "fields",
                        "-e",
                        "frame.comment")
                .run()
                .lines()
                .collect(Collectors.toSet());
    }
}
