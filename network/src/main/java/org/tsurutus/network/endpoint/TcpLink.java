package org.tsurutus.network.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.tsurutus.network.packet.MacAddress;
import org.tsurutus.network.packet.Octets;
import org.tsurutus.network.packet.Tcp;
import org.tsurutus.network.packet.TcpFlag;
import org.tsurutus.network.packet.TcpFlags;

/// A connection that a PC has called for (RFC 9293, the listening side). All methods belong to the
/// thread that holds the endpoint.
///
/// Bytes are handed on in order and once. What is sent goes out again until it is acknowledged, at
/// most as much at once as the PC's window and a congestion window (RFC 5681) allow. Neither side
/// scales its window.
public final class TcpLink {
    private static final int WINDOW = 65_535;
    private static final int USUAL_SEGMENT = 536;
    private static final int SHORTEST_SEGMENT = 64;
    static final int LONGEST_SEGMENT = 1460;
    private static final int FIRST_FLIGHT = 10;
    private static final int LOSS_SHOWS_AT = 3;
    private static final Duration FIRST_PATIENCE = Duration.ofMillis(300);
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(4);
    private static final Duration HALF_OPEN = Duration.ofSeconds(10);
    private static final Duration STALLED = Duration.ofSeconds(40);

    private final TcpEnds ends;
    private final MacAddress mac;
    private final Endpoint endpoint;
    private Optional<TcpHandler> handler = Optional.empty();
    private final int segmentSize;

    private final int calledWith;
    private int expected;
    private final Reordering reordering = new Reordering();
    private OptionalInt endsAt = OptionalInt.empty();
    private boolean peerEnded;
    private int shownWindow = WINDOW;

    private int unacknowledged;
    private int next;
    private int furthest;
    private int peerWindow;
    private int flight;
    private int repeated;
    private final SendQueue queue = new SendQueue();

    private boolean answered;
    private boolean opened;
    private boolean ending;
    private boolean endAcknowledged;
    private boolean closed;
    private boolean owesAnswer;

    private Instant progress;
    private Instant sentAt;
    private Duration patience = FIRST_PATIENCE;

    TcpLink(Endpoint endpoint, TcpEnds ends, MacAddress mac, Tcp call, int first, Instant now) {
        this.endpoint = endpoint;
        this.ends = ends;
        this.mac = mac;
        this.calledWith = (int) call.sequence();
        this.expected = calledWith + 1;
        this.unacknowledged = first;
        this.next = first;
        this.furthest = first;
        this.peerWindow = call.window();
        this.segmentSize =
                Math.clamp(
                        call.maximumSegmentSize().orElse(USUAL_SEGMENT),
                        SHORTEST_SEGMENT,
                        LONGEST_SEGMENT);
        this.flight = FIRST_FLIGHT * segmentSize;
        this.progress = now;
        this.sentAt = now;
    }

    void listen(TcpHandler listener) {
        handler = Optional.of(listener);
    }

    /// Between whom.
    public TcpEnds ends() {
        return ends;
    }

    /// The PC's hardware address.
    public MacAddress mac() {
        return mac;
    }

    /// Whether nothing goes on any more.
    public boolean isClosed() {
        return closed;
    }

    /// Whether the PC has heard that we listen.
    public boolean isOpened() {
        return opened;
    }

    /// How many bytes wait for the PC.
    public int waiting() {
        return queue.length();
    }

    /// Says that we listen.
    public void open() {
        if (!answered && !closed) {
            answered = true;
            sentAt = endpoint.now();
            sendAnswer();
            next = unacknowledged + 1;
            furthest = next;
        }
    }

    /// Sends bytes as soon as the PC takes them.
    ///
    /// @param bytes nobody changes them any more
    public void send(Octets bytes) {
        if (!closed && !ending) {
            queue.add(bytes);
            pump();
        }
    }

    /// Sends nothing after what was sent so far.
    public void finish() {
        if (!closed && !ending) {
            ending = true;
            pump();
        }
    }

    /// Hangs up.
    public void reset() {
        reset("we hung up");
    }

    void reset(String why) {
        if (!closed) {
            endpoint.sendTcp(
                    this,
                    TcpFlags.of(TcpFlag.RST, TcpFlag.ACK),
                    furthest,
                    expected,
                    0,
                    Octets.NONE);
            close(why);
        }
    }

    /// Tells the PC that there is room again, if it had to wait.
    public void roomAgain() {
        if (!closed && opened && shownWindow < WINDOW / 2 && window() >= WINDOW / 2) {
            acknowledge();
        }
    }

    void close(String why) {
        if (!closed) {
            closed = true;
            queue.clear();
            reordering.clear();
            endpoint.forget(this);
            handler.ifPresent(listener -> listener.closed(why));
        }
    }

    void take(Tcp tcp) {
        if (tcp.has(TcpFlag.SYN)) {
            if (!opened && (int) tcp.sequence() == calledWith) {
                if (answered) {
                    sendAnswer();
                }
            } else {
                outOfPlace();
            }
            return;
        }
        int offset = (int) tcp.sequence() - expected;
        if (tcp.has(TcpFlag.RST)) {
            if (offset == 0) {
                close("the PC hung up");
            } else {
                outOfPlace();
            }
            return;
        }
        if (!tcp.has(TcpFlag.ACK) || !answered) {
            endpoint.lose(EndpointLoss.OUT_OF_PLACE);
            return;
        }
        if (takeAcknowledgement(tcp)) {
            takePayload(tcp, offset);
            if (!closed) {
                pump();
                if (owesAnswer) {
                    acknowledge();
                }
                closeWhenDone();
            }
        }
    }

    private void outOfPlace() {
        endpoint.lose(EndpointLoss.OUT_OF_PLACE);
        if (answered) {
            acknowledge();
        }
    }

    private boolean takeAcknowledgement(Tcp tcp) {
        int acknowledged = (int) tcp.acknowledgement() - unacknowledged;
        if (acknowledged < 0 || acknowledged > furthest - unacknowledged) {
            outOfPlace();
            return acknowledged < 0 && opened;
        }
        if (!opened && acknowledged == 0) {
            endpoint.lose(EndpointLoss.OUT_OF_PLACE);
            return false;
        }
        boolean isSameWindow = tcp.window() == peerWindow;
        peerWindow = tcp.window();
        if (acknowledged > 0) {
            takeAcknowledged(acknowledged);
        } else if (tcp.payload().length() == 0 && isSameWindow && next != unacknowledged) {
            repeated++;
            if (repeated == LOSS_SHOWS_AT) {
                sendAgain(Math.max(2 * segmentSize, flight / 2));
            }
        }
        return !closed;
    }

    private void takeAcknowledged(int acknowledged) {
        Instant now = endpoint.now();
        progress = now;
        sentAt = now;
        patience = FIRST_PATIENCE;
        repeated = 0;
        unacknowledged += acknowledged;
        if (next - unacknowledged < 0) {
            next = unacknowledged;
        }
        int data = acknowledged;
        if (!opened) {
            opened = true;
            data--;
            endpoint.tally().connections++;
            handler.ifPresent(TcpHandler::opened);
        }
        if (data > queue.length()) {
            endAcknowledged = true;
            data = queue.length();
        }
        queue.drop(data);
        flight = Math.min(WINDOW, flight + Math.min(acknowledged, segmentSize));
        if (data > 0 && !closed) {
            handler.ifPresent(TcpHandler::taken);
        }
    }

    private void takePayload(Tcp tcp, int start) {
        Octets payload = tcp.payload();
        boolean isEnd = tcp.has(TcpFlag.FIN);
        if (closed || (payload.length() == 0 && !isEnd)) {
            return;
        }
        owesAnswer = true;
        int window = window();
        if (peerEnded || start + payload.length() < 0 || start > window) {
            endpoint.lose(EndpointLoss.OUT_OF_PLACE);
            return;
        }
        int end = start + payload.length();
        if (isEnd && endsAt.isEmpty() && end <= window) {
            endsAt = OptionalInt.of(expected + end);
        }
        int from = Math.max(0, -start);
        int to = Math.min(payload.length(), window - start);
        Octets fresh = from < to ? payload.slice(from, to - from) : Octets.NONE;
        if (start > 0) {
            reordering.keep(expected + start, fresh);
            return;
        }
        deliver(fresh);
        Optional<Octets> kept = reordering.next(expected);
        while (kept.isPresent() && !closed) {
            deliver(kept.get());
            kept = reordering.next(expected);
        }
        if (!closed && endsAt.isPresent() && endsAt.getAsInt() == expected) {
            expected++;
            peerEnded = true;
            handler.ifPresent(TcpHandler::ended);
        }
    }

    private void deliver(Octets bytes) {
        int most = endsAt.isPresent() ? endsAt.getAsInt() - expected : bytes.length();
        Octets taken = bytes.slice(0, Math.clamp(most, 0, bytes.length()));
        expected += taken.length();
        if (taken.length() > 0) {
            progress = endpoint.now();
            handler.ifPresent(listener -> listener.received(taken));
        }
    }

    private int window() {
        return Math.max(0, WINDOW - handler.map(TcpHandler::backlog).orElse(0));
    }

    private void closeWhenDone() {
        if (endAcknowledged && peerEnded) {
            close("both ended");
        }
    }

    private void pump() {
        if (!opened || closed || endAcknowledged) {
            return;
        }
        int inFlight = next - unacknowledged;
        while (inFlight < queue.length()) {
            int allowed = Math.min(peerWindow, flight) - inFlight;
            int left = queue.length() - inFlight;
            int size = Math.min(segmentSize, Math.min(allowed, left));
            if (size <= 0 || (size < segmentSize && size < left && inFlight > 0)) {
                return;
            }
            sendData(inFlight, size);
            inFlight = next - unacknowledged;
        }
        if (ending && inFlight == queue.length()) {
            sendEnd();
        }
    }

    private void sendData(int at, int size) {
        if (next == unacknowledged) {
            sentAt = endpoint.now();
        }
        int sequence = unacknowledged + at;
        send(TcpFlags.of(TcpFlag.PSH, TcpFlag.ACK), sequence, queue.copy(at, size));
        advance(sequence + size);
    }

    private void sendEnd() {
        if (next == unacknowledged) {
            sentAt = endpoint.now();
        }
        int sequence = unacknowledged + queue.length();
        send(TcpFlags.of(TcpFlag.FIN, TcpFlag.ACK), sequence, Octets.NONE);
        advance(sequence + 1);
    }

    private void advance(int to) {
        next = to;
        if (next - furthest > 0) {
            furthest = next;
        }
    }

    private void sendAgain(int newFlight) {
        endpoint.lose(EndpointLoss.SENT_AGAIN);
        flight = newFlight;
        next = unacknowledged;
        sentAt = endpoint.now();
        if (queue.length() > 0) {
            sendData(0, Math.clamp(Math.min(peerWindow, segmentSize), 1, queue.length()));
        } else if (ending && !endAcknowledged) {
            sendEnd();
        }
    }

    void tick(Instant now) {
        if (!opened) {
            if (Duration.between(progress, now).compareTo(HALF_OPEN) > 0) {
                endpoint.lose(EndpointLoss.HALF_OPEN);
                reset("the PC did not finish its call");
            } else if (answered && isOver(now)) {
                endpoint.lose(EndpointLoss.SENT_AGAIN);
                waitLonger(now);
                sendAnswer();
            }
            return;
        }
        boolean isWaiting = next != unacknowledged || queue.length() > 0;
        boolean isLeft = endAcknowledged && !peerEnded;
        if ((isWaiting || isLeft) && Duration.between(progress, now).compareTo(STALLED) > 0) {
            reset("the PC does not go on");
            return;
        }
        if (isWaiting && isOver(now)) {
            waitLonger(now);
            sendAgain(2 * segmentSize);
        }
        handler.ifPresent(listener -> listener.tick(now));
    }

    private boolean isOver(Instant now) {
        return Duration.between(sentAt, now).compareTo(patience) > 0;
    }

    private void waitLonger(Instant now) {
        sentAt = now;
        Duration doubled = patience.multipliedBy(2);
        patience = doubled.compareTo(LAST_PATIENCE) > 0 ? LAST_PATIENCE : doubled;
    }

    private void sendAnswer() {
        endpoint.sendTcp(
                this,
                TcpFlags.of(TcpFlag.SYN, TcpFlag.ACK),
                opened ? unacknowledged - 1 : unacknowledged,
                expected,
                window(),
                Octets.NONE);
    }

    private void acknowledge() {
        send(TcpFlags.of(TcpFlag.ACK), furthest, Octets.NONE);
    }

    private void send(TcpFlags flags, int sequence, Octets payload) {
        owesAnswer = false;
        shownWindow = window();
        endpoint.sendTcp(this, flags, sequence, expected, shownWindow, payload);
    }
}
