package org.tsurutus.network.answer;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tsurutus.network.packet.Octets;

/// The question of a message of DNS (RFC 1035).
///
/// @param id what its answer repeats
/// @param flags the second two bytes
/// @param name what is asked about, without the last dot
/// @param type what is asked
/// @param wire the name, the type and the class as they came
record DnsQuestion(int id, int flags, String name, int type, Octets wire) {
    private static final int HEAD = 12;
    private static final int ANSWER = 0x8000;
    private static final int OPERATION = 0x7800;
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_NAME = 255;

    /// Reads one question.
    ///
    /// @return empty unless it is a question, and only one, without a name that goes on elsewhere
    static Optional<DnsQuestion> read(Octets message) {
        if (message.length() < HEAD
                || (message.shortAt(2) & (ANSWER | OPERATION)) != 0
                || message.shortAt(4) != 1) {
            return Optional.empty();
        }
        StringBuilder name = new StringBuilder();
        int at = HEAD;
        while (at < message.length() && message.byteAt(at) != 0) {
            int length = message.byteAt(at);
            if (length > LONGEST_LABEL
                    || at + 1 + length >= message.length()
                    || at + 1 + length - HEAD >= LONGEST_NAME) {
                return Optional.empty();
            }
            String label =
                    new String(
                            message.slice(at + 1, length).toArray(), StandardCharsets.ISO_8859_1);
            name.append(name.isEmpty() ? "" : ".").append(label.replace(".", "\\."));
            at += 1 + length;
        }
        if (at + 5 > message.length()) {
            return Optional.empty();
        }
        return Optional.of(
                new DnsQuestion(
                        message.shortAt(0),
                        message.shortAt(2),
                        name.toString(),
                        message.shortAt(at + 1),
                        message.slice(HEAD, at + 5 - HEAD)));
    }
}
