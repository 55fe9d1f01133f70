package org.tsurutus.network.summary;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.tsurutus.network.lines.Texts;
import org.tsurutus.network.packet.Octets;

/// What a client or a server says first.
///
/// @param serverName the server's name as a client says it
/// @param alpn the protocols that are offered, or the one that is chosen
/// @param version the newest version that is offered, or the one that is chosen
record TlsHello(Optional<String> serverName, List<String> alpn, String version) {
    static final int CLIENT = 1;
    static final int SERVER = 2;

    private static final int RANDOM = 32;
    private static final int SERVER_NAME = 0;
    private static final int ALPN = 16;
    private static final int SUPPORTED_VERSIONS = 43;
    private static final int MOST_PROTOCOLS = 32;
    private static final int SSL_3 = 0x0300;
    private static final int TLS_1_0 = 0x0301;
    private static final int TLS_1_3 = 0x0304;

    /// Numbers that only test whether the other side passes over what it does not know (RFC 8701).
    private static final int GREASE_MASK = 0x0f0f;

    private static final int GREASE = 0x0a0a;

    TlsHello {
        alpn = List.copyOf(alpn);
    }

    /// Reads what follows the type and length of a greeting.
    ///
    /// @param kind [#CLIENT] or [#SERVER]
    /// @throws IndexOutOfBoundsException when a length goes beyond its end
    static TlsHello read(int kind, Octets hello) {
        int version = hello.shortAt(0);
        int at = 2 + RANDOM;
        at += 1 + hello.byteAt(at);
        if (kind == CLIENT) {
            at += 2 + hello.shortAt(at);
            at += 1 + hello.byteAt(at);
        } else {
            at += 2 + 1;
        }
        Optional<String> name = Optional.empty();
        List<String> protocols = List.of();
        Octets extensions =
                at < hello.length() ? hello.slice(at + 2, hello.shortAt(at)) : Octets.NONE;
        int next = 0;
        while (next < extensions.length()) {
            Octets body = extensions.slice(next + 4, extensions.shortAt(next + 2));
            switch (extensions.shortAt(next)) {
                case SERVER_NAME -> name = name(body);
                case ALPN -> protocols = protocols(body.slice(2, body.shortAt(0)));
                case SUPPORTED_VERSIONS ->
                        version =
                                kind == CLIENT
                                        ? newest(body.slice(1, body.byteAt(0)), version)
                                        : body.shortAt(0);
                default -> {}
            }
            next += 4 + body.length();
        }
        return new TlsHello(name, protocols, versionName(version));
    }

    private static Optional<String> name(Octets body) {
        return body.length() == 0
                ? Optional.empty()
                : Optional.of(Texts.of(body.slice(5, body.shortAt(3)), StandardCharsets.UTF_8));
    }

    private static List<String> protocols(Octets list) {
        List<String> protocols = new ArrayList<>();
        int at = 0;
        while (at < list.length() && protocols.size() < MOST_PROTOCOLS) {
            Octets protocol = list.slice(at + 1, list.byteAt(at));
            protocols.add(Texts.of(protocol, StandardCharsets.UTF_8));
            at += 1 + protocol.length();
        }
        return protocols;
    }

    private static int newest(Octets list, int otherwise) {
        int newest = 0;
        for (int at = 0; at + 1 < list.length(); at += 2) {
            int version = list.shortAt(at);
            newest = (version & GREASE_MASK) == GREASE ? newest : Math.max(newest, version);
        }
        return newest == 0 ? otherwise : newest;
    }

    private static String versionName(int version) {
        if (version == SSL_3) {
            return "SSL 3.0";
        }
        return version >= TLS_1_0 && version <= TLS_1_3
                ? "TLS 1." + (version - TLS_1_0)
                : "0x" + HexFormat.of().toHexDigits((short) version);
    }
}
