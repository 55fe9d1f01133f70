package org.tsurutus.network.answer;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.tsurutus.network.endpoint.TcpHandler;
import org.tsurutus.network.endpoint.TcpLink;
import org.tsurutus.network.packet.Octets;

/// Hands a connection's bytes to who talks on it. Ends it after a while of silence, and where a PC
/// asks on and on without listening.
final class LinkTalk implements TcpHandler, Outlet {
    private static final Duration QUIET = Duration.ofSeconds(60);

    /// So many bytes may wait while the PC asks for more.
    static final int MOST_WAITING = 1 << 20;

    private final TcpLink link;
    private final Desk desk;
    private Talk talk;
    private Instant heard;

    LinkTalk(TcpLink link, Desk desk, Function<Outlet, Talk> first) {
        this.link = link;
        this.desk = desk;
        this.heard = desk.clock().instant();
        this.talk = first.apply(this);
    }

    @Override
    public void opened() {
        talk.opened();
    }

    @Override
    public void received(Octets bytes) {
        heard = desk.clock().instant();
        if (link.waiting() > MOST_WAITING) {
            link.reset();
        } else {
            talk.received(bytes);
        }
    }

    @Override
    public void ended() {
        talk.ended();
    }

    @Override
    public void taken() {
        heard = desk.clock().instant();
        if (talk instanceof TlsTalk tls) {
            tls.taken();
        }
    }

    @Override
    public void closed(String why) {
        talk.closed();
    }

    @Override
    public void tick(Instant now) {
        if (Duration.between(heard, now).compareTo(QUIET) > 0 && link.waiting() == 0) {
            heard = now;
            talk.ended();
            link.finish();
        } else {
            talk.tick(now);
        }
    }

    @Override
    public int backlog() {
        return 0;
    }

    @Override
    public void send(Octets bytes) {
        link.send(bytes);
    }

    @Override
    public void finish() {
        link.finish();
    }

    @Override
    public int waiting() {
        return link.waiting();
    }

    @Override
    public void become(Talk next) {
        talk = next;
        next.opened();
    }
}
