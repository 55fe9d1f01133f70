package org.tsurutus.bench.lan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tsurutus.network.capture.Capture;
import org.tsurutus.network.capture.ProcessNames;
import org.tsurutus.network.lan.FrameTap;

/// The table of `bench/lan`; medians of rounds in which both ways take turns.
final class LanNumbers {
    private static final int[] LENGTHS = {64, 1500, 9000, 65_000};
    private static final int PINGS = 5000;
    private static final long MOST_FRAMES = 400_000;

    private final Path folder;
    private final long bytes;
    private final int rounds;
    private final boolean isCaptured;

    LanNumbers(Path folder, long bytes, int rounds, boolean isCaptured) {
        this.folder = folder;
        this.bytes = bytes;
        this.rounds = rounds;
        this.isCaptured = isCaptured;
    }

    List<String> rows() throws IOException, InterruptedException {
        List<String> rows =
                new ArrayList<>(
                        List.of(
                                "| frames | direct MB/s | switch MB/s | times as long | direct µs/frame | switch µs/frame | added µs/frame |",
                                "|---|---|---|---|---|---|---|"));
        try (Capture capture = capture();
                Link direct = Link.direct(folder);
                Link switched = Link.switched(folder, isCaptured ? capture : FrameTap.NONE)) {
            for (int length : LENGTHS) {
                rows.add(row(length, true, direct, switched));
                rows.add(row(length, false, direct, switched));
            }
            rows.add(ping(direct, switched));
        }
        return rows;
    }

    private Capture capture() throws IOException {
        Path file = folder.resolve("traffic.pcapng");
        Files.deleteIfExists(file);
        return Capture.begin(file, 8L << 30, LanNumbers::now, ProcessNames.UNKNOWN);
    }

    private static long now() {
        return System.currentTimeMillis() * 1_000_000;
    }

    private String row(int length, boolean isTogether, Link direct, Link switched)
            throws IOException, InterruptedException {
        long frames = Math.min(MOST_FRAMES, bytes / length);
        List<Double> without = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            without.add(new Flow(direct, length, isTogether).seconds(frames));
            with.add(new Flow(switched, length, isTogether).seconds(frames));
        }
        double directSeconds = median(without);
        double switchSeconds = median(with);
        return String.format(
                Locale.ROOT,
                "| %d bytes, written %s | %.0f | %.0f | %.2f | %.2f | %.2f | %.2f |",
                length,
                isTogether ? "together" : "one by one",
                frames * length / directSeconds / 1e6,
                frames * length / switchSeconds / 1e6,
                switchSeconds / directSeconds,
                directSeconds / frames * 1e6,
                switchSeconds / frames * 1e6,
                (switchSeconds - directSeconds) / frames * 1e6);
    }

    private String ping(Link direct, Link switched) throws IOException, InterruptedException {
        List<Double> without = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            without.add(ping(direct));
            with.add(ping(switched));
        }
        double oneWay = 1e6 / PINGS / 2;
        return String.format(
                Locale.ROOT,
                "| 64 bytes, to and fro, one way | | | %.2f | %.2f | %.2f | %.2f |",
                median(with) / median(without),
                median(without) * oneWay,
                median(with) * oneWay,
                (median(with) - median(without)) * oneWay);
    }

    private static double ping(Link link) throws IOException, InterruptedException {
        Thread echo = Thread.ofPlatform().start(() -> exchange(link.right(), false));
        long start = System.nanoTime();
        exchange(link.left(), true);
        double seconds = (System.nanoTime() - start) / 1e9;
        echo.join();
        return seconds;
    }

    private static void exchange(SocketChannel end, boolean isFirst) {
        ByteBuffer frame =
                isFirst
                        ? Link.frame(Link.LEFT, Link.RIGHT, 64)
                        : Link.frame(Link.RIGHT, Link.LEFT, 64);
        ByteBuffer heard = ByteBuffer.allocateDirect(frame.capacity());
        try {
            for (int ping = 0; ping < PINGS; ping++) {
                if (isFirst) {
                    end.write(frame.clear());
                }
                heard.clear();
                while (heard.hasRemaining() && end.read(heard) >= 0) {
                    Thread.onSpinWait();
                }
                if (!isFirst) {
                    end.write(frame.clear());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The first round is everybody's who has to learn, and does not count.
    private static double median(List<Double> times) {
        List<Double> sorted = times.subList(1, times.size()).stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
