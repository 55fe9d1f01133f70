package org.tsurutus.network.answer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tsurutus.network.lines.Reception;
import org.tsurutus.network.packet.Octets;

/// Requests of HTTP/1: each is answered by the script, or with a small page.
final class HttpTalk implements Talk {
    private static final int LONGEST_HEAD = 64 * 1024;
    private static final long UNKNOWN = -1;
    private static final Pattern LENGTH = Pattern.compile("\\d{1,15}");
    private static final Pattern CHUNK = Pattern.compile("[0-9A-Fa-f]{1,8}([ \t;].*)?");
    private static final String PAGE =
            "<!DOCTYPE html>\n<html><head><title>OK</title></head><body>OK</body></html>\n";

    private final Visit visit;
    private final Outlet outlet;
    private final Incoming incoming = new Incoming();
    private final StringBuilder head = new StringBuilder();
    private Optional<HttpRequest> request = Optional.empty();
    private Reception body;
    private boolean chunked;
    private boolean trailing;
    private boolean inChunk;
    private long missing;
    private boolean over;

    HttpTalk(Visit visit, Outlet outlet) {
        this.visit = visit;
        this.outlet = outlet;
        this.body = visit.desk().log().receive();
    }

    private String protocol() {
        return visit.isSecret() ? "https" : "http";
    }

    @Override
    public void opened() {}

    @Override
    public void received(Octets bytes) {
        if (over) {
            return;
        }
        incoming.add(bytes);
        boolean isMoving = true;
        while (isMoving && !over) {
            isMoving = request.isEmpty() ? readHead() : chunked ? readChunk() : readBody();
        }
        if (!over && incoming.length() > LONGEST_HEAD) {
            giveUp("a line that is too long");
        }
    }

    private boolean readHead() {
        Optional<Octets> line = incoming.takeLine();
        if (line.isEmpty()) {
            return false;
        }
        if (line.get().length() > 0) {
            head.append(head.isEmpty() ? "" : "\n");
            head.append(new String(line.get().toArray(), StandardCharsets.ISO_8859_1));
            if (head.length() > LONGEST_HEAD) {
                giveUp("a head that is too long");
            }
            return true;
        }
        if (head.isEmpty()) {
            return true;
        }
        Optional<HttpRequest> read = HttpRequest.read(head.toString());
        head.setLength(0);
        read.ifPresentOrElse(this::begin, () -> giveUp("no request"));
        return true;
    }

    private void begin(HttpRequest begun) {
        Optional<String> length = begun.header("Content-Length");
        if (length.isPresent() && !LENGTH.matcher(length.get()).matches()) {
            giveUp("a length that is none");
            return;
        }
        request = Optional.of(begun);
        chunked = begun.isChunked();
        missing = chunked ? UNKNOWN : Long.parseLong(length.orElse("0"));
        if (begun.header("Expect").map("100-continue"::equalsIgnoreCase).orElse(false)) {
            say("HTTP/1.1 100 Continue\r\n\r\n");
        }
    }

    private boolean readBody() {
        Octets part = incoming.take((int) Math.min(missing, Integer.MAX_VALUE));
        body.add(part);
        missing -= part.length();
        if (missing == 0) {
            answer();
            return true;
        }
        return false;
    }

    private boolean readChunk() {
        if (inChunk && missing > 0) {
            Octets part = incoming.take((int) missing);
            body.add(part);
            missing -= part.length();
            return missing == 0;
        }
        Optional<Octets> line = incoming.takeLine();
        if (line.isEmpty()) {
            return false;
        }
        String text = new String(line.get().toArray(), StandardCharsets.ISO_8859_1);
        if (inChunk) {
            inChunk = false;
        } else if (trailing) {
            if (text.isEmpty()) {
                trailing = false;
                answer();
            }
        } else if (CHUNK.matcher(text).matches()) {
            missing = Math.min(Long.parseLong(text.split("[ \t;]", 2)[0], 16), Integer.MAX_VALUE);
            inChunk = missing > 0;
            trailing = missing == 0;
        } else {
            giveUp("a chunk that is none");
        }
        return true;
    }

    private void answer() {
        HttpRequest asked = request.orElseThrow();
        request = Optional.empty();
        String host =
                asked.host().or(visit::name).orElseGet(() -> visit.asker().server().toString());
        if (asked.method().equals("CONNECT")) {
            tell(asked, host, "200, and a tunnel to us");
            say("HTTP/1.1 200 Connection established\r\n\r\n");
            over = true;
            Talk next = FirstBytes.of(visit.to(host), outlet);
            outlet.become(next);
            if (incoming.length() > 0) {
                next.received(incoming.take(incoming.length()));
            }
            return;
        }
        Optional<ScriptedAnswer> scripted =
                visit.desk().script().find(host, visit.asker().serverPort(), asked.path());
        int status = scripted.map(ScriptedAnswer::status).orElse(200);
        Octets page =
                scripted.map(ScriptedAnswer::body)
                        .orElseGet(() -> Octets.of(PAGE.getBytes(StandardCharsets.US_ASCII)));
        tell(asked, host, status + ", " + scripted.map(ScriptedAnswer::source).orElse("our page"));
        StringBuilder reply =
                new StringBuilder("HTTP/1.1 " + status + " " + reason(status) + "\r\n");
        Map<String, String> headers =
                scripted.map(ScriptedAnswer::headers).orElse(Map.of("Content-Type", "text/html"));
        headers.forEach((name, value) -> reply.append(name + ": " + value + "\r\n"));
        boolean isBodiless = status == 204 || status == 304;
        reply.append(isBodiless ? "" : "Content-Length: " + page.length() + "\r\n");
        reply.append("Connection: " + (asked.isKept() ? "keep-alive" : "close") + "\r\n\r\n");
        say(reply.toString());
        if (!asked.method().equals("HEAD") && !isBodiless) {
            outlet.send(page);
        }
        if (!asked.isKept()) {
            over = true;
            outlet.finish();
        } else if (outlet.waiting() > LinkTalk.MOST_WAITING && incoming.length() > 0) {
            over = true;
            outlet.finish();
        }
    }

    private static String reason(int status) {
        return status < 300 ? "OK" : status < 400 ? "Elsewhere" : "No";
    }

    private void tell(HttpRequest asked, String host, String answered) {
        visit.to(host)
                .tell(
                        protocol(),
                        asked.method() + " " + asked.target(),
                        answered,
                        Optional.of(String.join("\n", asked.headers())),
                        body.end());
        body = visit.desk().log().receive();
    }

    private void giveUp(String why) {
        over = true;
        visit.tell(protocol(), why, "400", Optional.of(head.toString()), body.end());
        say("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        outlet.finish();
    }

    private void say(String text) {
        outlet.send(Octets.of(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Override
    public void ended() {
        closed();
        outlet.finish();
    }

    @Override
    public void closed() {
        if (over) {
            return;
        }
        over = true;
        if (request.isPresent()) {
            tell(request.get(), request.get().host().orElse(""), "nothing: the request broke off");
        } else if (!head.isEmpty() || incoming.length() > 0) {
            Octets rest = incoming.take(LONGEST_HEAD);
            visit.tell(
                    protocol(),
                    "a head that broke off",
                    "nothing",
                    Optional.of(head + "\n" + AnswerLog.preview(rest)),
                    body.end());
        }
    }

    @Override
    public void tick(Instant now) {}
}
