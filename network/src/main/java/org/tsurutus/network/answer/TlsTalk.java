package org.tsurutus.network.answer;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BiFunction;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;
import org.tsurutus.network.packet.Octets;

/// TLS, with a certificate for whatever name the PC asks for, and another talk inside.
final class TlsTalk implements Talk, Outlet {
    private static final int BUFFER = 34_000;

    /// More than a full window and a full queue need; what is left is done at the next tick.
    private static final int MOST_STEPS = 10_000;

    private static final int MOST_BELOW = 256 * 1024;

    private final Visit visit;
    private final Outlet below;
    private final BiFunction<Visit, Outlet, Talk> makeInner;
    private final SSLEngine engine;
    private final Incoming incoming = new Incoming();
    private final Deque<Octets> plain = new ArrayDeque<>();
    private int plainBytes;
    private Optional<Talk> inner = Optional.empty();
    private boolean begun;
    private boolean finishing;
    private boolean over;

    /// @param makeInner makes what is spoken inside, as soon as the name is known
    TlsTalk(Visit visit, Outlet below, BiFunction<Visit, Outlet, Talk> makeInner) {
        this.visit = visit;
        this.below = below;
        this.makeInner = makeInner;
        this.engine =
                visit.desk().authority().engine(visit.name(), visit.asker().server().toString());
    }

    @Override
    public void opened() {}

    @Override
    public void received(Octets bytes) {
        if (over) {
            return;
        }
        incoming.add(bytes);
        if (plainBytes > LinkTalk.MOST_WAITING && inner.isPresent()) {
            end();
            return;
        }
        work();
    }

    void taken() {
        if (!over) {
            work();
        }
    }

    /// Goes on until it has to wait for the PC.
    private void work() {
        try {
            if (!begun) {
                begun = true;
                engine.beginHandshake();
            }
            boolean isMoving = true;
            for (int step = 0; step < MOST_STEPS && isMoving && !over; step++) {
                isMoving =
                        switch (engine.getHandshakeStatus()) {
                            case NEED_TASK -> {
                                Optional.ofNullable(engine.getDelegatedTask())
                                        .ifPresent(Runnable::run);
                                yield true;
                            }
                            case NEED_WRAP -> wrap(ByteBuffer.allocate(0));
                            case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> unwrap();
                            case FINISHED, NOT_HANDSHAKING -> talk();
                        };
            }
            if (engine.isOutboundDone()) {
                end();
            }
        } catch (SSLException | RuntimeException e) {
            fail(String.valueOf(e.getMessage()));
        }
    }

    private boolean talk() throws SSLException {
        if (inner.isEmpty()) {
            Optional<String> name = CertificateAuthority.nameOf(engine);
            Visit secret = visit.secret(name);
            secret.tell(
                    "tls",
                    "a connection",
                    engine.getSession().getProtocol() + " " + engine.getSession().getCipherSuite());
            become(makeInner.apply(secret, this));
        }
        if (!plain.isEmpty() && below.waiting() < MOST_BELOW) {
            Octets first = plain.removeFirst();
            int size = Math.min(first.length(), 16 * 1024);
            if (size < first.length()) {
                plain.addFirst(first.from(size));
            }
            plainBytes -= size;
            return wrap(ByteBuffer.wrap(first.slice(0, size).toArray()));
        }
        if (plain.isEmpty() && finishing) {
            engine.closeOutbound();
            wrap(ByteBuffer.allocate(0));
            end();
            return false;
        }
        return unwrap();
    }

    /// Wraps what can be wrapped now, and puts the rest back.
    ///
    /// @return whether that changed anything
    private boolean wrap(ByteBuffer bytes) throws SSLException {
        boolean isMoving = false;
        boolean isGoingOn = true;
        while (isGoingOn) {
            ByteBuffer out = ByteBuffer.allocate(BUFFER);
            SSLEngineResult result = engine.wrap(bytes, out);
            if (out.position() > 0) {
                below.send(Octets.of(out.array(), 0, out.position()));
            }
            boolean isMoved = out.position() > 0 || result.bytesConsumed() > 0;
            isMoving |= isMoved;
            isGoingOn =
                    isMoved
                            && bytes.hasRemaining()
                            && result.getStatus() == SSLEngineResult.Status.OK;
        }
        if (bytes.hasRemaining()) {
            byte[] rest = new byte[bytes.remaining()];
            bytes.get(rest);
            plain.addFirst(Octets.of(rest));
            plainBytes += rest.length;
        }
        return isMoving;
    }

    private boolean unwrap() throws SSLException {
        if (incoming.length() == 0
                && engine.getHandshakeStatus() != HandshakeStatus.NEED_UNWRAP_AGAIN) {
            return false;
        }
        ByteBuffer in = ByteBuffer.wrap(incoming.peek(incoming.length()).toArray());
        ByteBuffer out = ByteBuffer.allocate(BUFFER);
        SSLEngineResult result = engine.unwrap(in, out);
        incoming.take(result.bytesConsumed());
        if (out.position() > 0) {
            Octets said = Octets.of(out.array(), 0, out.position());
            inner.ifPresent(talk -> talk.received(said));
        }
        if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
            inner.ifPresent(Talk::ended);
            finishing = true;
            return engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP
                    || !engine.isOutboundDone();
        }
        return result.getStatus() == SSLEngineResult.Status.OK
                && (result.bytesConsumed() > 0 || result.bytesProduced() > 0);
    }

    private void fail(String why) {
        visit.secret(CertificateAuthority.nameOf(engine))
                .tell(
                        "tls",
                        inner.isPresent() ? "what is no record" : "a connection",
                        "broke off: " + why);
        try {
            engine.closeOutbound();
            ByteBuffer out = ByteBuffer.allocate(BUFFER);
            engine.wrap(ByteBuffer.allocate(0), out);
            if (out.position() > 0) {
                below.send(Octets.of(out.array(), 0, out.position()));
            }
        } catch (SSLException _) {
            // it is told already
        }
        end();
    }

    private void end() {
        if (!over) {
            over = true;
            inner.ifPresent(Talk::closed);
            below.finish();
        }
    }

    @Override
    public void ended() {
        inner.ifPresent(Talk::ended);
        if (plain.isEmpty()) {
            end();
        }
    }

    @Override
    public void closed() {
        if (!over) {
            over = true;
            if (inner.isEmpty()) {
                visit.tell("tls", "a connection", "broke off");
            }
            inner.ifPresent(Talk::closed);
        }
    }

    @Override
    public void tick(Instant now) {
        if (!over) {
            inner.ifPresent(talk -> talk.tick(now));
            work();
        }
    }

    @Override
    public void send(Octets bytes) {
        plain.add(bytes);
        plainBytes = Math.addExact(plainBytes, bytes.length());
    }

    @Override
    public void finish() {
        finishing = true;
    }

    @Override
    public int waiting() {
        return plainBytes + below.waiting();
    }

    @Override
    public void become(Talk talk) {
        inner = Optional.of(talk);
        talk.opened();
    }
}
