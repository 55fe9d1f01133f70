package org.tsurutus.farm.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.scenario.Network;
import org.tsurutus.farm.scenario.Scenario;
import org.tsurutus.network.answer.AnswerScript;
import org.tsurutus.network.answer.Answers;
import org.tsurutus.network.answer.CertificateAuthority;
import org.tsurutus.network.capture.Capture;
import org.tsurutus.network.capture.CaptureCounts;
import org.tsurutus.network.capture.ProcessNames;
import org.tsurutus.network.endpoint.DhcpLease;
import org.tsurutus.network.endpoint.LanPlan;
import org.tsurutus.network.lan.Lan;
import org.tsurutus.network.lan.LanCounts;
import org.tsurutus.network.lan.Loss;
import org.tsurutus.network.lan.PortCounts;
import org.tsurutus.network.packet.Ipv4Address;
import org.tsurutus.network.packet.MacAddress;
import org.tsurutus.network.summary.NetworkSummary;
import org.tsurutus.network.summary.SummaryCounts;

/// What connects the PCs of one run: nothing, or a LAN of their own of which every frame is kept.
final class RunNetwork implements AutoCloseable {
    private static final long MOST_CAPTURED = 4L << 30;

    private final Path folder;
    private final Optional<Open> open;
    private boolean closed;

    private record Open(Capture capture, Lan lan, Optional<Answers> answers) {}

    private RunNetwork(Path folder, Optional<Open> open) {
        this.folder = folder;
        this.open = open;
    }

    /// Opens what a scenario asks for.
    ///
    /// @param pcs as they were leased
    /// @param run for messages
    /// @param folder `net/` of the run, made where there is a network
    /// @param authority the folder of who says that our answers are whom the PCs call
    static RunNetwork open(
            Scenario scenario, List<RunManifest.Pc> pcs, String run, Path folder, Path authority) {
        return switch (scenario.network()) {
            case Network.None _ -> new RunNetwork(folder, Optional.empty());
            case Network.Lan _ -> new RunNetwork(folder, Optional.of(lan(run, folder)));
            case Network.Simulated simulated -> {
                AnswerScript script =
                        simulated.script().map(AnswerScript::read).orElse(AnswerScript.NONE);
                Open lan = lan(run, folder);
                yield new RunNetwork(
                        folder,
                        Optional.of(
                                new Open(
                                        lan.capture(),
                                        lan.lan(),
                                        Optional.of(
                                                Answers.start(
                                                        lan.lan(),
                                                        plan(scenario, pcs),
                                                        script,
                                                        CertificateAuthority.open(
                                                                authority, InstantSource.system()),
                                                        folder,
                                                        InstantSource.system())))));
            }
            case Network.Gateway gateway ->
                    throw FarmException.input(
                            "there is no gateway "
                                    + gateway.name()
                                    + " in this machine's configuration; take none, lan or simulated");
        };
    }

    private static LanPlan plan(Scenario scenario, List<RunManifest.Pc> pcs) {
        return new LanPlan(
                scenario.ours(),
                Scenario.PREFIX,
                pcs.stream()
                        .map(pc ->
                                new DhcpLease(
                                        MacAddress.parse(pc.mac()),
                                        pc.com(),
                                        Ipv4Address.parse(pc.ip())))
                        .toList());
    }

    private static Open lan(String run, Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw FarmException.environment("cannot make " + folder + ": " + e, e);
        }
        Capture capture =
                Capture.begin(
                        folder.resolve("traffic.pcapng"),
                        MOST_CAPTURED,
                        RunNetwork::wallNanos,
                        ProcessNames.UNKNOWN);
        return new Open(capture, Lan.open(run, capture), Optional.empty());
    }

    private static long wallNanos() {
        Instant now = Instant.now();
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    /// Whether PCs have a network card at all.
    boolean isThere() {
        return open.isPresent();
    }

    /// Whether somebody on the LAN answers for the rest of the world.
    boolean answers() {
        return open.flatMap(Open::answers).isPresent();
    }

    /// Adds the port of a PC, which may connect to it then.
    void listen(String pc, String mac, Path socket) {
        open.orElseThrow().lan().listen(pc, MacAddress.parse(mac), socket);
    }

    /// What the LAN lost, by reason, for the run's gaps; call it when the network is closed.
    Map<String, Long> gaps() {
        Map<String, Long> gaps = new TreeMap<>();
        open.ifPresent(there -> {
            CaptureCounts captured = there.capture().counts();
            gaps.put("frames that were not captured", captured.leftOut());
        });
        return gaps;
    }

    /// Closes the network, if that was not done, and tells what was said on it.
    ///
    /// @return what a reader needs to know
    String summary() {
        close();
        if (open.isEmpty()) {
            return "no network";
        }
        StringJoiner told = new StringJoiner("; ");
        LanCounts lan = open.get().lan().counts();
        CaptureCounts captured = open.get().capture().counts();
        told.add(captured.frames() + " frames in net/traffic.pcapng");
        for (PortCounts port : lan.ports()) {
            long lost = port.lost().values().stream().mapToLong(Long::longValue).sum();
            if (lost > 0 || port.spoofed() > 0) {
                told.add(port.name() + ": " + lost(port) + port.spoofed() + " with a false sender");
            }
        }
        open.get()
                .answers()
                .map(Answers::counts)
                .ifPresent(answered -> {
                    told.add(answered.lines() + " lines in net/answers.jsonl");
                    if (answered.linesLost() > 0) {
                        told.add(answered.linesLost() + " answers without a line");
                    }
                    if (answered.bytesNotKept() > 0) {
                        told.add(answered.bytesNotKept() + " bytes that came were not kept");
                    }
                });
        SummaryCounts summary = NetworkSummary.write(folder.resolve("traffic.pcapng"), folder);
        summary.leftOut()
                .forEach((reason, count) -> {
                    if (count > 0) {
                        told.add(count + " not summarised: " + reason);
                    }
                });
        return told.toString();
    }

    private static String lost(PortCounts port) {
        StringJoiner told = new StringJoiner(", ", "", ", ");
        for (Map.Entry<Loss, Long> loss : port.lost().entrySet()) {
            if (loss.getValue() > 0) {
                told.add(loss.getValue() + " frames lost: " + loss.getKey());
            }
        }
        return told.toString();
    }

    /// Cuts all PCs off and ends the capture.
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            open.ifPresent(there -> {
                there.answers().ifPresent(Answers::close);
                there.lan().close();
                there.capture().close();
            });
        }
    }
}
