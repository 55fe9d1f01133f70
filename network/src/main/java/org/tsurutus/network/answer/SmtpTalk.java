package org.tsurutus.network.answer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tsurutus.network.lines.Reception;
import org.tsurutus.network.packet.Octets;

/// A mail server that takes every mail, from everybody, and delivers none.
final class SmtpTalk implements Talk {
    private static final int LONGEST_LINE = 64 * 1024;
    private static final int MOST_RECIPIENTS = 100;
    private static final String NAME = "mail";

    private enum Expecting {
        COMMAND,
        USER,
        PASSWORD,
        PLAIN,
        MAIL
    }

    private final Visit visit;
    private final Outlet outlet;
    private final Incoming incoming = new Incoming();
    private final List<String> recipients = new ArrayList<>();
    private Expecting expecting = Expecting.COMMAND;
    private String sender = "";
    private String user = "";
    private Reception mail;
    private boolean over;

    SmtpTalk(Visit visit, Outlet outlet) {
        this.visit = visit;
        this.outlet = outlet;
        this.mail = visit.desk().log().receive();
    }

    @Override
    public void opened() {
        say("220 " + NAME + " ESMTP");
    }

    @Override
    public void received(Octets bytes) {
        incoming.add(bytes);
        Optional<Octets> line = over ? Optional.empty() : incoming.takeLine();
        while (line.isPresent()) {
            take(line.get());
            line = over ? Optional.empty() : incoming.takeLine();
        }
        if (!over
                && (incoming.length() > LONGEST_LINE || outlet.waiting() > LinkTalk.MOST_WAITING)) {
            over = true;
            outlet.finish();
        }
    }

    private void take(Octets line) {
        String text = new String(line.toArray(), StandardCharsets.ISO_8859_1);
        switch (expecting) {
            case COMMAND -> command(text);
            case USER -> {
                user = decoded(text);
                expecting = Expecting.PASSWORD;
                say("334 UGFzc3dvcmQ6");
            }
            case PASSWORD -> authenticated("AUTH LOGIN " + user + " " + decoded(text));
            case PLAIN -> authenticated("AUTH PLAIN " + plain(text));
            case MAIL -> mail(line, text);
        }
    }

    private void command(String text) {
        String[] words = text.strip().split("\\s+", 3);
        String argument = words.length > 1 ? words[1] : "";
        switch (words[0].toUpperCase(Locale.ROOT)) {
            case "EHLO" -> {
                say("250-" + NAME);
                say("250-SIZE 67108864");
                say("250-8BITMIME");
                if (!visit.isSecret()) {
                    say("250-STARTTLS");
                }
                say("250 AUTH PLAIN LOGIN");
            }
            case "STARTTLS" -> startTls();
            case "AUTH" -> authenticate(argument, words.length > 2 ? words[2] : "");
            case "MAIL" -> {
                sender = text.length() > 5 ? text.substring(5) : "";
                recipients.clear();
                say("250 OK");
            }
            case "RCPT" -> {
                if (recipients.size() < MOST_RECIPIENTS) {
                    recipients.add(text.length() > 5 ? text.substring(5) : "");
                }
                say("250 OK");
            }
            case "DATA" -> {
                expecting = Expecting.MAIL;
                say("354 Go on");
            }
            case "QUIT" -> {
                over = true;
                say("221 Bye");
                outlet.finish();
            }
            case "RSET", "NOOP", "HELO", "VRFY" -> say("250 OK");
            default -> {
                visit.tell("smtp", text, "502");
                say("502 Not here");
            }
        }
    }

    private void startTls() {
        if (visit.isSecret()) {
            say("503 It is on");
            return;
        }
        visit.tell("smtp", "STARTTLS", "220");
        say("220 Go on");
        over = true;
        // what came before the greeting would be believed afterwards: it is thrown away
        outlet.become(new TlsTalk(visit, outlet, (inside, below) -> new Greeted(inside, below)));
    }

    /// A mail server that was greeted before.
    private static final class Greeted implements Talk {
        private final SmtpTalk talk;

        Greeted(Visit visit, Outlet outlet) {
            this.talk = new SmtpTalk(visit, outlet);
        }

        @Override
        public void opened() {}

        @Override
        public void received(Octets bytes) {
            talk.received(bytes);
        }

        @Override
        public void ended() {
            talk.ended();
        }

        @Override
        public void closed() {
            talk.closed();
        }

        @Override
        public void tick(Instant now) {
            talk.tick(now);
        }
    }

    private void authenticate(String how, String first) {
        switch (how.toUpperCase(Locale.ROOT)) {
            case "PLAIN" -> {
                if (first.isEmpty()) {
                    expecting = Expecting.PLAIN;
                    say("334 ");
                } else {
                    authenticated("AUTH PLAIN " + plain(first));
                }
            }
            case "LOGIN" -> {
                if (first.isEmpty()) {
                    expecting = Expecting.USER;
                    say("334 VXNlcm5hbWU6");
                } else {
                    user = decoded(first);
                    expecting = Expecting.PASSWORD;
                    say("334 UGFzc3dvcmQ6");
                }
            }
            default -> say("504 Not so");
        }
    }

    private void authenticated(String asked) {
        expecting = Expecting.COMMAND;
        visit.tell("smtp", asked, "235");
        say("235 OK");
    }

    private static String plain(String text) {
        return decoded(text).replace('\0', ' ').strip();
    }

    private static String decoded(String text) {
        try {
            return new String(Base64.getDecoder().decode(text.strip()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }

    private void mail(Octets line, String text) {
        if (text.equals(".")) {
            expecting = Expecting.COMMAND;
            tellMail("250");
            say("250 OK");
            return;
        }
        mail.add(text.startsWith(".") ? line.from(1) : line);
        mail.add(Octets.of(new byte[] {'\r', '\n'}));
    }

    private void tellMail(String answered) {
        visit.tell(
                "smtp",
                "MAIL " + sender + " RCPT " + String.join(" ", recipients),
                answered,
                Optional.empty(),
                mail.end());
        mail = visit.desk().log().receive();
    }

    private void say(String text) {
        outlet.send(Octets.of((text + "\r\n").getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Override
    public void ended() {
        closed();
        outlet.finish();
    }

    @Override
    public void closed() {
        over = true;
        if (expecting == Expecting.MAIL) {
            expecting = Expecting.COMMAND;
            tellMail("nothing: the mail broke off");
        }
    }

    @Override
    public void tick(Instant now) {}
}
