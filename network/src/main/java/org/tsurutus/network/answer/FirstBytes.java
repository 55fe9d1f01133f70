package org.tsurutus.network.answer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.tsurutus.network.packet.Octets;

/// Waits for the first bytes and then knows what is spoken, on whatever port.
final class FirstBytes implements Talk {
    private static final int ENOUGH = 12;
    private static final int HANDSHAKE = 0x16;
    private static final int TLS = 3;
    private static final int HTTP_PORT = 80;
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Set<Integer> MAIL_PORTS = Set.of(25, 587);
    private static final Set<Integer> SECRET_MAIL_PORTS = Set.of(465);
    private static final Set<String> METHODS =
            Set.of(
                    "GET",
                    "HEAD",
                    "POST",
                    "PUT",
                    "DELETE",
                    "OPTIONS",
                    "PATCH",
                    "CONNECT",
                    "TRACE",
                    "PROPFIND",
                    "MKCOL",
                    "MOVE",
                    "COPY",
                    "LOCK",
                    "UNLOCK",
                    "REPORT",
                    "SEARCH");

    private final Visit visit;
    private final Outlet outlet;
    private final Incoming incoming = new Incoming();
    private Instant since;

    private FirstBytes(Visit visit, Outlet outlet) {
        this.visit = visit;
        this.outlet = outlet;
        this.since = visit.desk().clock().instant();
    }

    /// Who talks first on a port.
    static Talk of(Visit visit, Outlet outlet) {
        int port = visit.asker().serverPort();
        if (port == DnsAnswers.PORT) {
            return new DnsTalk(visit, outlet);
        }
        boolean isMail =
                visit.isSecret() ? SECRET_MAIL_PORTS.contains(port) : MAIL_PORTS.contains(port);
        return isMail ? new SmtpTalk(visit, outlet) : new FirstBytes(visit, outlet);
    }

    @Override
    public void opened() {}

    @Override
    public void received(Octets bytes) {
        since = visit.desk().clock().instant();
        incoming.add(bytes);
        Octets first = incoming.peek(ENOUGH);
        if (first.byteAt(0) == HANDSHAKE && !visit.isSecret()) {
            if (first.length() > 1) {
                go(
                        first.byteAt(1) == TLS
                                ? new TlsTalk(visit, outlet, FirstBytes::of)
                                : new CatchAllTalk(visit, outlet));
            }
            return;
        }
        String text = new String(first.toArray(), StandardCharsets.ISO_8859_1);
        int space = text.indexOf(' ');
        if (space > 0 && METHODS.contains(text.substring(0, space))) {
            go(new HttpTalk(visit, outlet));
        } else if (first.length() == ENOUGH || METHODS.stream().noneMatch(m -> isStart(m, text))) {
            go(
                    visit.asker().serverPort() == HTTP_PORT
                            ? new HttpTalk(visit, outlet)
                            : new CatchAllTalk(visit, outlet));
        }
    }

    private static boolean isStart(String method, String text) {
        return (method + " ").startsWith(text);
    }

    private void go(Talk talk) {
        outlet.become(talk);
        Octets all = incoming.take(incoming.length());
        if (all.length() > 0) {
            talk.received(all);
        }
    }

    @Override
    public void ended() {
        CatchAllTalk talk = new CatchAllTalk(visit, outlet);
        go(talk);
        talk.ended();
    }

    @Override
    public void closed() {
        CatchAllTalk talk = new CatchAllTalk(visit, outlet);
        go(talk);
        talk.closed();
    }

    @Override
    public void tick(Instant now) {
        if (incoming.length() > 0 && Duration.between(since, now).compareTo(PATIENCE) > 0) {
            go(new CatchAllTalk(visit, outlet));
        }
    }
}
