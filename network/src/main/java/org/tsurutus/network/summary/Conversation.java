package org.tsurutus.network.summary;

import java.time.Instant;
import java.util.Optional;
import org.tsurutus.network.capture.CapturedFrame;
import org.tsurutus.network.lines.Texts;
import org.tsurutus.network.packet.FiveTuple;
import org.tsurutus.network.packet.Octets;
import org.tsurutus.network.packet.Tcp;
import org.tsurutus.network.packet.TcpFlag;

/// Two ports that talk with each other.
final class Conversation {
    private final FiveTuple tuple;
    private final Instant first;
    private final Context context;
    private final Side client;
    private final Side server;
    private Instant last;
    private Optional<Talk> talk = Optional.empty();

    /// What all conversations share.
    record Context(Room room, Losses losses, SummaryFiles files, DnsDesk desk) {}

    private static final class Side {
        private final Feed feed;
        private String pc = "";
        private long packets;
        private long bytes;

        private Side(Feed feed) {
            this.feed = feed;
        }
    }

    /// @param tuple the two, seen from the client
    Conversation(FiveTuple tuple, Instant first, Context context) {
        this.tuple = tuple;
        this.first = first;
        this.last = first;
        this.context = context;
        this.client = new Side(new Feed(context.room(), context.losses(), this::readClient));
        this.server = new Side(new Feed(context.room(), context.losses(), this::readServer));
    }

    Ends ends() {
        return new Ends(
                client.pc, tuple.source(), tuple.sourcePort(), tuple.target(), tuple.targetPort());
    }

    void count(CapturedFrame frame, FiveTuple sender, Instant now) {
        Side side = side(sender);
        if (side.packets == 0) {
            side.pc = Texts.clean(frame.pc());
        }
        side.packets++;
        side.bytes += frame.length();
        last = now;
    }

    void take(Tcp segment, FiveTuple sender) {
        Feed feed = side(sender).feed;
        long sequence = segment.sequence();
        if (segment.has(TcpFlag.SYN)) {
            sequence++;
            if (!feed.hasBegun()) {
                feed.begin(sequence);
            }
        }
        feed.take(sequence, segment.payload());
    }

    /// Whether a client's call begins another conversation between the same ports.
    boolean isAnother(Tcp call, FiveTuple sender) {
        return side(sender).feed.beganElsewhere(call.sequence() + 1);
    }

    void end() {
        client.feed.end();
        server.feed.end();
        talk.ifPresent(Talk::end);
        context.files()
                .add(
                        Topic.CONVERSATIONS,
                        new ConversationLine(
                                tuple.protocol() == Tcp.PROTOCOL ? "tcp" : "udp",
                                ends(),
                                server.pc,
                                client.packets,
                                client.bytes,
                                server.packets,
                                server.bytes,
                                first,
                                last));
    }

    private Side side(FiveTuple sender) {
        return sender.equals(tuple) ? client : server;
    }

    private long readClient(Octets bytes) {
        return recognised(bytes) ? talk.orElseThrow().fromClient(bytes, last) : unknown(bytes);
    }

    private long readServer(Octets bytes) {
        return recognised(bytes) ? talk.orElseThrow().fromServer(bytes, last) : unknown(bytes);
    }

    private boolean recognised(Octets bytes) {
        if (talk.isEmpty()) {
            talk = Talks.of(bytes, this::ends, context.desk(), context.files(), context.losses());
        }
        return talk.isPresent();
    }

    private static long unknown(Octets bytes) {
        return bytes.length() < Talks.ENOUGH ? 0 : Feed.NO_MORE;
    }
}
