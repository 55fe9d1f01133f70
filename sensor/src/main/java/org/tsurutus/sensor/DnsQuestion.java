package org.tsurutus.sensor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.StringJoiner;

/// The name that a DNS query asks for (RFC 1035, 4.1).
final class DnsQuestion {
    private static final int HEADER_BYTES = 12;
    private static final int RESPONSE = 0x8000;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_LABEL = 63;

    private DnsQuestion() {}

    /// The first question's name without the closing dot; empty for anything but a whole query.
    static Optional<String> name(ByteBuffer payload) {
        ByteBuffer bytes = payload.slice();
        boolean query =
                bytes.remaining() > HEADER_BYTES
                        && (bytes.getShort(2) & RESPONSE) == 0
                        && bytes.getShort(4) != 0;
        if (!query) {
            return Optional.empty();
        }
        bytes.position(HEADER_BYTES);
        StringJoiner name = new StringJoiner(".");
        while (bytes.hasRemaining() && name.length() <= LONGEST_NAME) {
            int length = bytes.get() & 0xff;
            if (length == 0) {
                return Optional.of(name.toString());
            }
            if (length > LONGEST_LABEL || length > bytes.remaining()) {
                return Optional.empty();
            }
            byte[] label = new byte[length];
            bytes.get(label);
            name.add(new String(label, StandardCharsets.ISO_8859_1));
        }
        return Optional.empty();
    }
}
