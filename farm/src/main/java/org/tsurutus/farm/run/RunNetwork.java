package org.tsurutus.farm.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.scenario.Network;
import org.tsurutus.farm.scenario.Scenario;
import org.tsurutus.network.capture.Capture;
import org.tsurutus.network.capture.CaptureCounts;
import org.tsurutus.network.capture.ProcessNames;
import org.tsurutus.network.lan.Lan;
import org.tsurutus.network.lan.LanCounts;
import org.tsurutus.network.lan.Loss;
import org.tsurutus.network.lan.PortCounts;
import org.tsurutus.network.packet.MacAddress;
import org.tsurutus.network.summary.NetworkSummary;
import org.tsurutus.network.summary.SummaryCounts;

/// What connects the PCs of one run: nothing, or a LAN of their own of which every frame is kept.
final class RunNetwork implements AutoCloseable {
    private static final long MOST_CAPTURED = 4L << 30;

    private final Path folder;
    private final Optional<Open> open;
    private boolean closed;

    private record Open(Capture capture, Lan lan) {}

    private RunNetwork(Path folder, Optional<Open> open) {
        this.folder = folder;
        this.open = open;
    }

    /// Opens what a scenario asks for.
    ///
    /// @param run for messages
    /// @param folder `net/` of the run, made where there is a network
    static RunNetwork open(Scenario scenario, String run, Path folder) {
        return switch (scenario.network()) {
            case Network.None _ -> new RunNetwork(folder, Optional.empty());
            case Network.Lan _ -> new RunNetwork(folder, Optional.of(lan(run, folder)));
            case Network.Simulated _, Network.Gateway _ ->
                    throw FarmException.input(
                            "the network "
                                    + scenario.network().text()
                                    + " is not built yet; take none or lan");
        };
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
        return new Open(capture, Lan.open(run, capture));
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
        return false;
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
                there.lan().close();
                there.capture().close();
            });
        }
    }
}
