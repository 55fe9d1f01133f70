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
import org.tsurutus.network.gateway.Gateway;
import org.tsurutus.network.gateway.GatewayPolicies;
import org.tsurutus.network.gateway.GatewayPolicy;
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
    private static final String AUTHORITY = "authority";

    /// The gateways of this machine.
    private static final String GATEWAYS = "gateways.toml";

    private static final long MOST_CAPTURED = 4L << 30;

    private final Path folder;
    private final Optional<Open> open;
    private boolean closed;

    private record Open(
            Capture capture, Lan lan, Optional<Answers> answers, Optional<Gateway> gateway) {
        Open with(Answers there) {
            return new Open(capture, lan, Optional.of(there), gateway);
        }

        Open with(Gateway there) {
            return new Open(capture, lan, answers, Optional.of(there));
        }
    }

    private RunNetwork(Path folder, Optional<Open> open) {
        this.folder = folder;
        this.open = open;
    }

    /// Opens what a scenario asks for.
    ///
    /// @param pcs as they were leased
    /// @param run for messages
    /// @param folder `net/` of the run, made where there is a network
    /// @param settings this machine's configuration
    /// @param processes who knows whose frames they are
    static RunNetwork open(
            Scenario scenario,
            List<RunManifest.Pc> pcs,
            String run,
            Path folder,
            Path settings,
            ProcessNames processes) {
        return switch (scenario.network()) {
            case Network.None _ -> new RunNetwork(folder, Optional.empty());
            case Network.Lan _ -> new RunNetwork(folder, Optional.of(lan(run, folder, processes)));
            case Network.Simulated simulated -> {
                AnswerScript script =
                        simulated.script().map(AnswerScript::read).orElse(AnswerScript.NONE);
                Open lan = lan(run, folder, processes);
                Answers answers =
                        Answers.start(
                                lan.lan(),
                                plan(scenario, pcs),
                                script,
                                CertificateAuthority.open(
                                        settings.resolve(AUTHORITY), InstantSource.system()),
                                folder,
                                InstantSource.system());
                yield new RunNetwork(folder, Optional.of(lan.with(answers)));
            }
            case Network.Gateway named -> {
                GatewayPolicy policy = policy(named.name(), settings.resolve(GATEWAYS));
                Open lan = lan(run, folder, processes);
                Gateway gateway =
                        Gateway.start(
                                lan.lan(),
                                plan(scenario, pcs),
                                policy,
                                folder,
                                InstantSource.system());
                yield new RunNetwork(folder, Optional.of(lan.with(gateway)));
            }
        };
    }

    /// A way out exists only where this machine's configuration names it.
    private static GatewayPolicy policy(String name, Path file) {
        if (!Files.exists(file)) {
            throw FarmException.input(
                    "this machine has no gateway "
                            + name
                            + ": there is no "
                            + file
                            + "; docs/network.md says what stands there");
        }
        return GatewayPolicies.read(file).get(name);
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

    private static Open lan(String run, Path folder, ProcessNames processes) {
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
                        processes);
        return new Open(capture, Lan.open(run, capture), Optional.empty(), Optional.empty());
    }

    private static long wallNanos() {
        Instant now = Instant.now();
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    /// Whether PCs have a network card at all.
    boolean isThere() {
        return open.isPresent();
    }

    /// Whether somebody on the LAN answers for the rest of the world, or leads there.
    boolean answers() {
        return open.filter(there -> there.answers().isPresent() || there.gateway().isPresent())
                .isPresent();
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
        open.get()
                .gateway()
                .map(Gateway::counts)
                .ifPresent(passed ->
                        told.add(
                                "through the gateway: %d forwarded, %d refused, %d over the limit; %d lines in net/gateway.jsonl, %d lost"
                                        .formatted(
                                                passed.forwarded(),
                                                passed.refused(),
                                                passed.limited(),
                                                passed.lines(),
                                                passed.linesLost())));
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
                there.gateway().ifPresent(Gateway::close);
                there.lan().close();
                there.capture().close();
            });
        }
    }
}
