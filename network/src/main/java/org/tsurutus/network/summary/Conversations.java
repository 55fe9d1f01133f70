package org.tsurutus.network.summary;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tsurutus.network.capture.CapturedFrame;
import org.tsurutus.network.packet.FiveTuple;
import org.tsurutus.network.packet.Tcp;
import org.tsurutus.network.packet.TcpFlag;

/// All conversations that are open. Where too many are, the one that has been silent longest is
/// told and forgotten.
final class Conversations {
    private static final int MOST = 8192;
    private static final long ROOM = 64L * 1024 * 1024;

    private final Conversation.Context context;
    private final Losses losses;
    private final Map<FiveTuple, Conversation> open = new LinkedHashMap<>(16, 0.75f, true);

    Conversations(Losses losses, SummaryFiles files, DnsDesk desk) {
        this.losses = losses;
        this.context = new Conversation.Context(new Room(ROOM), losses, files, desk);
    }

    /// Takes a segment of TCP.
    void tcp(CapturedFrame frame, FiveTuple sender, Tcp segment, Instant now) {
        boolean isSyn = segment.has(TcpFlag.SYN);
        boolean isAnswer = isSyn && segment.has(TcpFlag.ACK);
        boolean isCall = isSyn && !isAnswer;
        Conversation known = find(sender);
        if (known != null && isCall && known.isAnother(segment, sender)) {
            end(sender);
            known = null;
        }
        boolean isServer = isAnswer || (!isSyn && sender.sourcePort() < sender.targetPort());
        Conversation conversation =
                known == null ? begin(isServer ? sender.reversed() : sender, now) : known;
        conversation.count(frame, sender, now);
        conversation.take(segment, sender);
    }

    /// Takes a datagram of UDP; whoever sends first is the client.
    Ends udp(CapturedFrame frame, FiveTuple sender, Instant now) {
        Conversation known = find(sender);
        Conversation conversation = known == null ? begin(sender, now) : known;
        conversation.count(frame, sender, now);
        return conversation.ends();
    }

    void end() {
        open.values().forEach(Conversation::end);
        open.clear();
    }

    private @Nullable Conversation find(FiveTuple sender) {
        Conversation conversation = open.get(sender);
        return conversation == null ? open.get(sender.reversed()) : conversation;
    }

    private Conversation begin(FiveTuple tuple, Instant now) {
        if (open.size() == MOST) {
            losses.add(LeftOut.CONVERSATIONS_TOLD_EARLY);
            end(open.keySet().iterator().next());
        }
        Conversation conversation = new Conversation(tuple, now, context);
        open.put(tuple, conversation);
        return conversation;
    }

    private void end(FiveTuple tuple) {
        Conversation first = open.remove(tuple);
        Conversation ended = first == null ? open.remove(tuple.reversed()) : first;
        if (ended != null) {
            ended.end();
        }
    }
}
