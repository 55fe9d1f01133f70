package org.tsurutus.network.summary;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A line about the beginning of an encrypted connection.
///
/// @param time when the client's greeting was there
/// @param ends between whom
/// @param serverName the server's name as the client says it
/// @param offeredAlpn the protocols that the client offers, in its order
/// @param offeredVersion the newest version that the client offers
/// @param alpn the protocol that the server chose, where it says so unencrypted (before TLS 1.3)
/// @param version the version that the server chose
record TlsLine(
        Instant time,
        @JsonUnwrapped Ends ends,
        Optional<String> serverName,
        List<String> offeredAlpn,
        String offeredVersion,
        Optional<String> alpn,
        Optional<String> version) {
    TlsLine answered(TlsHello answer) {
        return new TlsLine(
                time,
                ends,
                serverName,
                offeredAlpn,
                offeredVersion,
                answer.alpn().stream().findFirst(),
                Optional.of(answer.version()));
    }
}
