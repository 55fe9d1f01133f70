package org.tsurutus.network.summary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import org.tsurutus.network.NetworkException;
import org.tsurutus.network.capture.CaptureReader;
import org.tsurutus.network.capture.CaptureReading;
import org.tsurutus.network.capture.CapturedFrame;
import org.tsurutus.network.lines.Json;
import org.tsurutus.network.packet.Arp;
import org.tsurutus.network.packet.Ethernet;
import org.tsurutus.network.packet.FiveTuple;
import org.tsurutus.network.packet.Fragment;
import org.tsurutus.network.packet.IcmpEcho;
import org.tsurutus.network.packet.Ip;
import org.tsurutus.network.packet.Malformed;
import org.tsurutus.network.packet.Packet;
import org.tsurutus.network.packet.Segment;
import org.tsurutus.network.packet.Tcp;
import org.tsurutus.network.packet.Udp;
import org.tsurutus.network.packet.Unread;

/// Tells in lines of JSON what was said in a capture: see `docs/network.md`.
///
/// A line is written once its answer came or its conversation ended, so lines are not in order of
/// time. Whatever the capture holds, memory is bounded and nothing is thrown because of it.
public final class NetworkSummary {
    private static final Set<Integer> NAME_PORTS = Set.of(53, 5353, 5355);
    private static final String COUNTS = "summary.json";
    private static final long SECOND = 1_000_000_000;

    private final Losses losses;
    private final DnsDesk desk;
    private final Conversations conversations;

    private NetworkSummary(SummaryFiles files, Losses losses) {
        this.losses = losses;
        this.desk = new DnsDesk(files, losses);
        this.conversations = new Conversations(losses, files, desk);
    }

    /// Reads a capture and writes its summary: a file for each [Topic], and `summary.json` with
    /// what this returns. Files that are there are replaced.
    ///
    /// @param pcapng the capture
    /// @param folder where the files go; it is made
    /// @return what was written and what was left out
    /// @throws NetworkException when the capture cannot be opened or a file not be written
    public static SummaryCounts write(Path pcapng, Path folder) {
        Losses losses = new Losses();
        try (SummaryFiles files = new SummaryFiles(folder, losses)) {
            NetworkSummary summary = new NetworkSummary(files, losses);
            CaptureReading reading = CaptureReader.read(pcapng, summary::take);
            summary.conversations.end();
            summary.desk.end();
            losses.add(LeftOut.FRAMES_OF_OTHER_LINKS, reading.otherLinks());
            losses.add(LeftOut.PACKETS_IN_OTHER_BLOCKS, reading.otherPackets());
            losses.add(LeftOut.LONG_BLOCKS, reading.longBlocks());
            SummaryCounts counts =
                    new SummaryCounts(
                            reading.frames(), files.lines(), losses.counts(), reading.stopped());
            Files.writeString(folder.resolve(COUNTS), Json.pretty(counts));
            return counts;
        } catch (IOException e) {
            throw new NetworkException(
                    "cannot write " + folder.resolve(COUNTS) + ": " + e + "; is there room?", e);
        }
    }

    private void take(CapturedFrame frame) {
        Packet packet =
                Ethernet.read(frame.bytes())
                        .map(Ethernet::packet)
                        .orElseGet(() -> new Malformed("Ethernet", "shorter than its header"));
        switch (packet) {
            case Ip ip -> take(frame, ip, ip.segment());
            case Arp _, Unread _ -> losses.add(LeftOut.OTHER_FRAMES);
            case Malformed _ -> malformed(frame);
        }
    }

    private void take(CapturedFrame frame, Ip ip, Segment segment) {
        long nanoseconds = frame.nanoseconds();
        Instant now = Instant.ofEpochSecond(nanoseconds / SECOND, nanoseconds % SECOND);
        switch (segment) {
            case Tcp tcp ->
                    FiveTuple.of(ip, tcp)
                            .ifPresent(sender -> conversations.tcp(frame, sender, tcp, now));
            case Udp udp ->
                    FiveTuple.of(ip, udp).ifPresent(sender -> datagram(frame, sender, udp, now));
            case Fragment _ -> losses.add(LeftOut.FRAGMENTS);
            case IcmpEcho _, Unread _ -> losses.add(LeftOut.OTHER_FRAMES);
            case Malformed _ -> malformed(frame);
        }
    }

    private void datagram(CapturedFrame frame, FiveTuple sender, Udp udp, Instant now) {
        Ends ends = conversations.udp(frame, sender, now);
        if (NAME_PORTS.contains(ends.serverPort())) {
            desk.take(udp.payload(), ends, now);
        }
    }

    private void malformed(CapturedFrame frame) {
        losses.add(frame.isCut() ? LeftOut.CUT_FRAMES : LeftOut.MALFORMED_FRAMES);
    }
}
