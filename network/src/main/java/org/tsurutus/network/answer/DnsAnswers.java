package org.tsurutus.network.answer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tsurutus.network.packet.Ipv4Address;
import org.tsurutus.network.packet.Octets;
import org.tsurutus.network.summary.DnsTypes;

/// Answers questions about names, whatever the name.
final class DnsAnswers {
    static final int PORT = 53;

    private static final int HEAD = 12;
    private static final int A = 1;
    private static final int PTR = 12;
    private static final int MX = 15;
    private static final int ANYTHING = 255;
    private static final int INTERNET = 1;
    private static final int SECONDS = 300;
    private static final int PREFERENCE = 10;
    private static final int WHERE_ASKED = 0xc000 | HEAD;
    private static final int IS_ANSWER = 0x8180;
    private static final int RECURSE = 0x0100;
    private static final int BROKEN = 1;
    private static final int NO_SUCH_NAME = 3;
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_NAME = 253;
    private static final Pattern REVERSE =
            Pattern.compile(
                    "(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.in-addr\\.arpa",
                    Pattern.CASE_INSENSITIVE);

    private final DnsNames names;
    private final AnswerLog log;

    DnsAnswers(DnsNames names, AnswerLog log) {
        this.names = names;
        this.log = log;
    }

    /// Answers a message and tells it.
    ///
    /// @return empty if not even a number came that could be repeated
    Optional<Octets> answer(Asker asker, Octets message) {
        Optional<DnsQuestion> question = DnsQuestion.read(message);
        if (question.isPresent()) {
            return Optional.of(answer(asker, question.get()));
        }
        boolean isHopeless = message.length() < 4 || (message.shortAt(2) & 0x8000) != 0;
        log.tell(
                asker,
                "dns",
                Optional.empty(),
                "no question of DNS",
                isHopeless ? "nothing" : "FORMERR",
                Optional.empty(),
                log.receive(message));
        return isHopeless
                ? Optional.empty()
                : Optional.of(head(message.shortAt(0), 0, BROKEN, 0, 0, 0));
    }

    private Octets answer(Asker asker, DnsQuestion question) {
        Optional<Octets> data = Optional.empty();
        String answered = "nothing";
        int type = question.type();
        int code = 0;
        switch (question.type()) {
            case A, ANYTHING -> {
                Ipv4Address address = names.address(question.name());
                data = Optional.of(address.octets());
                answered = address.toString();
                type = A;
            }
            case MX -> {
                Octets mail =
                        Octets.of(new byte[] {0, PREFERENCE, (byte) (WHERE_ASKED >> 8), HEAD});
                data = Optional.of(mail);
                answered = PREFERENCE + " " + question.name();
            }
            case PTR -> {
                Optional<String> name = reverse(question.name()).flatMap(names::name);
                data = name.flatMap(DnsAnswers::wire);
                answered = data.isPresent() ? name.orElseThrow() : "NXDOMAIN";
                code = data.isPresent() ? 0 : NO_SUCH_NAME;
            }
            default -> {}
        }
        log.tell(
                asker,
                "dns",
                Optional.of(question.name()),
                DnsTypes.name(question.type()),
                answered,
                Optional.empty(),
                Optional.empty());
        int length = data.map(octets -> 12 + octets.length()).orElse(0);
        int flags = question.flags() & RECURSE;
        Octets head =
                head(
                        question.id(),
                        flags,
                        code,
                        1,
                        data.isPresent() ? 1 : 0,
                        question.wire().length() + length);
        ByteBuffer reply = ByteBuffer.wrap(head.toArray()).position(HEAD);
        question.wire().putInto(reply);
        if (data.isPresent()) {
            reply.putShort((short) WHERE_ASKED).putShort((short) type);
            reply.putShort((short) INTERNET).putInt(SECONDS);
            reply.putShort((short) data.get().length());
            data.get().putInto(reply);
        }
        return Octets.of(reply.array());
    }

    private static Octets head(
            int id, int flags, int code, int questions, int answers, int following) {
        ByteBuffer head = ByteBuffer.allocate(HEAD + following);
        head.putShort((short) id).putShort((short) (IS_ANSWER | flags | code));
        head.putShort((short) questions).putShort((short) answers);
        return Octets.of(head.array());
    }

    private static Optional<Ipv4Address> reverse(String name) {
        Matcher matcher = REVERSE.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int bits = 0;
        for (int part = 4; part >= 1; part--) {
            int value = Integer.parseInt(matcher.group(part));
            if (value > 0xff) {
                return Optional.empty();
            }
            bits = bits << 8 | value;
        }
        return Optional.of(new Ipv4Address(bits));
    }

    private static Optional<Octets> wire(String name) {
        ByteBuffer wire = ByteBuffer.allocate(LONGEST_NAME + 2);
        if (name.length() > LONGEST_NAME) {
            return Optional.empty();
        }
        for (String label : name.split("\\.", -1)) {
            byte[] bytes = label.getBytes(StandardCharsets.ISO_8859_1);
            if (bytes.length == 0 || bytes.length > LONGEST_LABEL) {
                return Optional.empty();
            }
            wire.put((byte) bytes.length).put(bytes);
        }
        wire.put((byte) 0);
        return Optional.of(Octets.of(wire.array(), 0, wire.position()));
    }
}
