package org.tsurutus.network.answer;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tsurutus.network.endpoint.EndpointCounts;
import org.tsurutus.network.endpoint.LanPlan;
import org.tsurutus.network.lines.LineFile;
import org.tsurutus.network.lines.ReceivedFile;
import org.tsurutus.network.lines.ReceivedFolder;
import org.tsurutus.network.lines.Reception;
import org.tsurutus.network.lines.Texts;
import org.tsurutus.network.packet.Octets;

/// Tells what was answered, in `answers.jsonl` and the folder `received`.
final class AnswerLog implements AutoCloseable {
    private static final long MOST_LINES = 1_000_000;
    private static final long MOST_RECEIVED = 1L << 30;
    private static final long MOST_OF_ONE = 64L << 20;
    private static final Duration FLUSH = Duration.ofSeconds(1);

    private final LanPlan plan;
    private final InstantSource clock;
    private final LineFile lines;
    private final ReceivedFolder received;
    private final Map<String, Long> byProtocol = new TreeMap<>();
    private Instant flushed;

    AnswerLog(LanPlan plan, InstantSource clock, Path folder) {
        this.plan = plan;
        this.clock = clock;
        this.lines = LineFile.begin(folder.resolve("answers.jsonl"), MOST_LINES);
        this.received = ReceivedFolder.make(folder.resolve("received"), MOST_RECEIVED);
        this.flushed = clock.instant();
    }

    Reception receive() {
        return received.begin(MOST_OF_ONE);
    }

    Optional<ReceivedFile> receive(Octets bytes) {
        Reception reception = receive();
        reception.add(bytes);
        return reception.end();
    }

    void tell(
            Asker asker,
            String protocol,
            Optional<String> name,
            String asked,
            String answered,
            Optional<String> details,
            Optional<ReceivedFile> file) {
        byProtocol.merge(protocol, 1L, Long::sum);
        lines.add(
                new AnswerLine(
                        clock.instant(),
                        plan.nameOf(asker.mac()),
                        asker.transport(),
                        asker.client(),
                        asker.clientPort(),
                        asker.server(),
                        asker.serverPort(),
                        protocol,
                        name.map(Texts::clean),
                        Texts.clean(asked),
                        Texts.clean(answered),
                        details.map(Texts::clean),
                        file));
    }

    /// The first bytes of something, as people read them.
    static String preview(Octets bytes) {
        return Texts.of(bytes.slice(0, Math.min(bytes.length(), 256)), StandardCharsets.UTF_8);
    }

    void tick(Instant now) {
        if (Duration.between(flushed, now).compareTo(FLUSH) >= 0) {
            flushed = now;
            lines.flush();
        }
    }

    AnswerCounts counts(EndpointCounts endpoint) {
        return new AnswerCounts(
                lines.written(), lines.lost(), byProtocol, received.notKept(), endpoint);
    }

    @Override
    public void close() {
        lines.close();
    }
}
