package org.tsurutus.network.summary;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.tsurutus.network.packet.IpAddress;
import org.tsurutus.network.packet.Octets;

/// Brings questions of DNS and their answers together. A question that waits when too many do, or
/// is asked again, is told without an answer.
final class DnsDesk {
    private static final int MOST_WAITING = 4096;

    private final SummaryFiles files;
    private final Losses losses;
    private final Map<Key, Waiting> waiting = new LinkedHashMap<>();

    private record Key(
            IpAddress client,
            int clientPort,
            IpAddress server,
            int serverPort,
            int id,
            DnsMessage.Question question) {}

    private record Waiting(Instant time, Ends ends) {}

    DnsDesk(SummaryFiles files, Losses losses) {
        this.files = files;
        this.losses = losses;
    }

    /// Takes a message.
    void take(Octets bytes, Ends ends, Instant now) {
        try {
            DnsMessage message = DnsMessage.read(bytes);
            for (DnsMessage.Question question : message.questions()) {
                Key key = key(ends, message.id(), question);
                if (message.isAnswer()) {
                    answer(key, message, ends, now);
                } else {
                    ask(key, new Waiting(now, ends));
                }
            }
            if (message.isAnswer() && message.questions().isEmpty()) {
                message.answers().stream()
                        .findFirst()
                        .map(first -> new DnsMessage.Question(first.name(), first.type()))
                        .ifPresent(about ->
                                answer(key(ends, message.id(), about), message, ends, now));
            }
        } catch (IndexOutOfBoundsException _) {
            losses.add(LeftOut.BROKEN_DNS);
        }
    }

    private static Key key(Ends ends, int id, DnsMessage.Question question) {
        return new Key(
                ends.client(), ends.clientPort(), ends.server(), ends.serverPort(), id, question);
    }

    private void ask(Key key, Waiting question) {
        Waiting before = waiting.remove(key);
        if (before != null) {
            tell(key, before);
        }
        if (waiting.size() == MOST_WAITING) {
            Map.Entry<Key, Waiting> eldest = waiting.entrySet().iterator().next();
            waiting.remove(eldest.getKey());
            tell(eldest.getKey(), eldest.getValue());
        }
        waiting.put(key, question);
    }

    private void answer(Key key, DnsMessage message, Ends ends, Instant now) {
        Waiting asked = waiting.remove(key);
        files.add(
                Topic.DNS,
                new DnsLine(
                        asked == null ? now : asked.time(),
                        asked == null ? ends : asked.ends(),
                        key.question().name(),
                        key.question().type(),
                        OptionalInt.of(message.code()),
                        message.answers(),
                        Optional.of(now)));
    }

    private void tell(Key key, Waiting question) {
        files.add(
                Topic.DNS,
                new DnsLine(
                        question.time(),
                        question.ends(),
                        key.question().name(),
                        key.question().type(),
                        OptionalInt.empty(),
                        List.of(),
                        Optional.empty()));
    }

    /// Tells what was never answered.
    void end() {
        waiting.forEach(this::tell);
        waiting.clear();
    }
}
