package org.tsurutus.network.summary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsurutus.network.lines.Texts;
import org.tsurutus.network.packet.Ipv4Address;
import org.tsurutus.network.packet.Ipv6Address;
import org.tsurutus.network.packet.Octets;

/// A message of DNS.
///
/// @param id what an answer has in common with its question
/// @param isAnswer whether it answers
/// @param code how answering went; 0 is well, 3 that there is no such name
/// @param questions what is asked
/// @param answers what is answered
record DnsMessage(
        int id, boolean isAnswer, int code, List<Question> questions, List<Answer> answers) {
    private static final int HEAD = 12;
    private static final int ANSWER = 0x8000;
    private static final int CODE = 0xf;
    private static final int MOST_QUESTIONS = 16;
    private static final int MOST_ANSWERS = 64;
    private static final int POINTER = 0xc0;
    private static final int LONGEST_NAME = 255;
    private static final int A = 1;
    private static final int NS = 2;
    private static final int CNAME = 5;
    private static final int PTR = 12;
    private static final int MX = 15;
    private static final int TXT = 16;
    private static final int AAAA = 28;
    private static final int SRV = 33;

    /// A name and what is asked about it.
    record Question(String name, String type) {}

    /// What is said about a name; the data of types that are not read here are empty.
    record Answer(String name, String type, Optional<String> data) {}

    private record Name(String text, int end) {}

    DnsMessage {
        questions = List.copyOf(questions);
        answers = List.copyOf(answers);
    }

    /// Reads a message.
    ///
    /// @throws IndexOutOfBoundsException when it breaks the rules
    static DnsMessage read(Octets message) {
        int flags = message.shortAt(2);
        int askedCount = message.shortAt(4);
        int answerCount = message.shortAt(6);
        List<Question> questions = new ArrayList<>();
        List<Answer> answers = new ArrayList<>();
        int at = HEAD;
        for (int i = 0; i < Math.min(askedCount, MOST_QUESTIONS); i++) {
            Name name = name(message, at);
            questions.add(new Question(name.text(), DnsTypes.name(message.shortAt(name.end()))));
            at = name.end() + 4;
        }
        boolean isReached = askedCount <= MOST_QUESTIONS;
        for (int i = 0; isReached && i < Math.min(answerCount, MOST_ANSWERS); i++) {
            Name name = name(message, at);
            int type = message.shortAt(name.end());
            int length = message.shortAt(name.end() + 8);
            int data = name.end() + 10;
            at = data + message.slice(data, length).length();
            answers.add(
                    new Answer(
                            name.text(), DnsTypes.name(type), data(message, type, data, length)));
        }
        return new DnsMessage(
                message.shortAt(0), (flags & ANSWER) != 0, flags & CODE, questions, answers);
    }

    private static Optional<String> data(Octets message, int type, int at, int length) {
        return switch (type) {
            case A -> Optional.of(Ipv4Address.at(message.slice(at, length), 0).toString());
            case AAAA -> Optional.of(Ipv6Address.at(message.slice(at, length), 0).toString());
            case NS, CNAME, PTR -> Optional.of(name(message, at).text());
            case MX -> Optional.of(message.shortAt(at) + " " + name(message, at + 2).text());
            case SRV ->
                    Optional.of(
                            message.shortAt(at)
                                    + " "
                                    + message.shortAt(at + 2)
                                    + " "
                                    + message.shortAt(at + 4)
                                    + " "
                                    + name(message, at + 6).text());
            case TXT -> Optional.of(texts(message.slice(at, length)));
            default -> Optional.empty();
        };
    }

    private static String texts(Octets data) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < data.length()) {
            Octets part = data.slice(at + 1, data.byteAt(at));
            text.append(new String(part.toArray(), StandardCharsets.UTF_8));
            at += 1 + part.length();
        }
        return Texts.clean(text.toString());
    }

    /// A name may go on at an earlier place only, so that it ends.
    private static Name name(Octets message, int start) {
        StringBuilder text = new StringBuilder();
        int at = start;
        int end = -1;
        int earliest = start;
        int length = 0;
        while (message.byteAt(at) != 0) {
            int size = message.byteAt(at);
            if ((size & POINTER) == POINTER) {
                int target = message.shortAt(at) & 0x3fff;
                end = end < 0 ? at + 2 : end;
                if (target >= earliest) {
                    throw new IndexOutOfBoundsException("a name that goes on behind itself");
                }
                earliest = target;
                at = target;
            } else {
                length += 1 + size;
                if ((size & POINTER) != 0 || length > LONGEST_NAME) {
                    throw new IndexOutOfBoundsException("a name that is too long");
                }
                Octets label = message.slice(at + 1, size);
                text.append(text.isEmpty() ? "" : ".");
                text.append(Texts.of(label, StandardCharsets.UTF_8).replace(".", "\\."));
                at += 1 + size;
            }
        }
        return new Name(text.toString(), end < 0 ? at + 1 : end);
    }
}
