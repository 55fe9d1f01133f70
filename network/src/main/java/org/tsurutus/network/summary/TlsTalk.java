package org.tsurutus.network.summary;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tsurutus.network.packet.Octets;

/// The two greetings of TLS; whatever follows is encrypted, or soon will be.
final class TlsTalk implements Talk {
    private static final int HANDSHAKE = 0x16;
    private static final int RECORD_HEAD = 5;
    private static final int MESSAGE_HEAD = 4;

    private final Supplier<Ends> ends;
    private final SummaryFiles files;
    private @Nullable TlsLine line;

    private record Message(int kind, Octets body) {}

    TlsTalk(Supplier<Ends> ends, SummaryFiles files) {
        this.ends = ends;
        this.files = files;
    }

    @Override
    public long fromClient(Octets bytes, Instant now) {
        Optional<Message> message = message(bytes);
        message.filter(greeting -> greeting.kind() == TlsHello.CLIENT)
                .map(greeting -> TlsHello.read(TlsHello.CLIENT, greeting.body()))
                .ifPresent(hello ->
                        line =
                                new TlsLine(
                                        now,
                                        ends.get(),
                                        hello.serverName(),
                                        hello.alpn(),
                                        hello.version(),
                                        Optional.empty(),
                                        Optional.empty()));
        return message.isPresent() || !isHandshake(bytes) ? Feed.NO_MORE : 0;
    }

    @Override
    public long fromServer(Octets bytes, Instant now) {
        TlsLine greeted = line;
        if (greeted == null) {
            return Feed.NO_MORE;
        }
        Optional<Message> message = message(bytes);
        message.filter(greeting -> greeting.kind() == TlsHello.SERVER)
                .map(greeting -> TlsHello.read(TlsHello.SERVER, greeting.body()))
                .ifPresent(hello -> line = greeted.answered(hello));
        return message.isPresent() || !isHandshake(bytes) ? Feed.NO_MORE : 0;
    }

    private static boolean isHandshake(Octets bytes) {
        return bytes.length() == 0 || bytes.byteAt(0) == HANDSHAKE;
    }

    /// The first message, which may be cut into several records.
    private static Optional<Message> message(Octets bytes) {
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        int at = 0;
        while (at + RECORD_HEAD <= bytes.length() && bytes.byteAt(at) == HANDSHAKE) {
            int length = bytes.shortAt(at + 3);
            if (at + RECORD_HEAD + length > bytes.length()) {
                break;
            }
            parts.writeBytes(bytes.slice(at + RECORD_HEAD, length).toArray());
            at += RECORD_HEAD + length;
        }
        Octets whole = Octets.of(parts.toByteArray());
        int length = whole.length() < MESSAGE_HEAD ? 0 : (int) whole.intAt(0) & 0xff_ffff;
        return whole.length() < MESSAGE_HEAD + length
                ? Optional.empty()
                : Optional.of(new Message(whole.byteAt(0), whole.slice(MESSAGE_HEAD, length)));
    }

    @Override
    public void end() {
        TlsLine greeted = line;
        line = null;
        if (greeted != null) {
            files.add(Topic.TLS, greeted);
        }
    }
}
