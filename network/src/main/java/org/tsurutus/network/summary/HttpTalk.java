package org.tsurutus.network.summary;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tsurutus.network.lines.Texts;
import org.tsurutus.network.packet.Octets;

/// Requests and answers of HTTP/1. After a switch to another protocol, or within a tunnel, nothing
/// is read any more.
final class HttpTalk implements Talk {
    private static final int MOST_WAITING = 256;
    private static final int SWITCHED = 101;
    private static final int FIRST_FINAL = 200;
    private static final int NO_CONTENT = 204;
    private static final int FIRST_ERROR = 300;
    private static final int NOT_MODIFIED = 304;

    private final Supplier<Ends> ends;
    private final SummaryFiles files;
    private final Deque<HttpLine> waiting = new ArrayDeque<>();
    private @Nullable HttpBody sent;
    private @Nullable HttpBody received;
    private @Nullable HttpLine receiving;

    HttpTalk(Supplier<Ends> ends, SummaryFiles files) {
        this.ends = ends;
        this.files = files;
    }

    @Override
    public long fromClient(Octets bytes, Instant now) {
        HttpBody body = sent;
        if (body != null) {
            long size = body.read(bytes);
            sent = body.hasEnded() ? null : body;
            return size;
        }
        return HttpHead.read(bytes).map(head -> request(head, now)).orElse(0L);
    }

    private long request(HttpHead head, Instant now) {
        if (!head.isRequest()) {
            return Feed.NO_MORE;
        }
        if (waiting.size() == MOST_WAITING) {
            files.add(Topic.HTTP, waiting.remove());
        }
        waiting.add(
                new HttpLine(
                        now,
                        ends.get(),
                        Texts.clean(head.first().get(0)),
                        head.field("host"),
                        Texts.clean(head.first().get(1)),
                        head.field("user-agent"),
                        OptionalInt.empty(),
                        Optional.empty(),
                        OptionalLong.empty()));
        if (head.isChunked()) {
            sent = new HttpBody(true);
            return head.size();
        }
        return head.size() + head.length().orElse(0);
    }

    @Override
    public long fromServer(Octets bytes, Instant now) {
        HttpBody body = received;
        if (body != null) {
            long size = body.read(bytes);
            if (body.hasEnded()) {
                tellReceived();
            }
            return size;
        }
        return HttpHead.read(bytes).map(this::answer).orElse(0L);
    }

    private long answer(HttpHead head) {
        HttpLine request = waiting.peek();
        if (!head.isAnswer() || request == null) {
            return Feed.NO_MORE;
        }
        int status = Integer.parseInt(head.first().get(1));
        if (status < FIRST_FINAL && status != SWITCHED) {
            return head.size();
        }
        waiting.remove();
        OptionalLong length = head.length();
        HttpLine line = answered(request, status, head.field("content-type"), length);
        boolean isTunnel = request.method().equals("CONNECT") && status < FIRST_ERROR;
        boolean isEmpty =
                request.method().equals("HEAD") || status == NO_CONTENT || status == NOT_MODIFIED;
        if (status == SWITCHED || isTunnel || isEmpty) {
            files.add(Topic.HTTP, line);
            return isEmpty ? head.size() : Feed.NO_MORE;
        }
        if (head.isChunked() || length.isEmpty()) {
            received = new HttpBody(head.isChunked());
            receiving = line;
            return head.size();
        }
        files.add(Topic.HTTP, line);
        return head.size() + length.getAsLong();
    }

    private static HttpLine answered(
            HttpLine request, int status, Optional<String> contentType, OptionalLong length) {
        return new HttpLine(
                request.time(),
                request.ends(),
                request.method(),
                request.host(),
                request.path(),
                request.userAgent(),
                OptionalInt.of(status),
                contentType,
                length);
    }

    private void tellReceived() {
        HttpLine line = receiving;
        HttpBody body = received;
        receiving = null;
        received = null;
        if (line != null && body != null) {
            OptionalLong length = OptionalLong.of(body.length());
            files.add(
                    Topic.HTTP,
                    answered(line, line.status().orElse(0), line.contentType(), length));
        }
    }

    @Override
    public void end() {
        tellReceived();
        waiting.forEach(line -> files.add(Topic.HTTP, line));
        waiting.clear();
    }
}
