package org.tsurutus.network.summary;

import java.util.Optional;
import java.util.function.Supplier;
import org.tsurutus.network.packet.Octets;

/// Which protocol a connection speaks, by the first bytes of whoever speaks first: specimens choose
/// ports as they like. DNS alone has nothing to be known by but its port.
final class Talks {
    /// How many bytes are enough to tell.
    static final int ENOUGH = 8;

    private static final int NAMES = 53;
    private static final int HANDSHAKE = 0x16;
    private static final int TLS_MAJOR = 3;
    private static final int WORD = 3;

    private Talks() {}

    static Optional<Talk> of(
            Octets first, Supplier<Ends> ends, DnsDesk desk, SummaryFiles files, Losses losses) {
        if (ends.get().serverPort() == NAMES) {
            return Optional.of(new DnsTalk(ends, desk));
        }
        if (first.length() < ENOUGH) {
            return Optional.empty();
        }
        if (first.byteAt(0) == HANDSHAKE && first.byteAt(1) == TLS_MAJOR) {
            return Optional.of(new TlsTalk(ends, files));
        }
        if (SmbTalk.isSmb(first)) {
            return Optional.of(new SmbTalk(ends, files, losses));
        }
        return isWord(first) ? Optional.of(new HttpTalk(ends, files)) : Optional.empty();
    }

    private static boolean isWord(Octets first) {
        for (int at = 0; at < WORD; at++) {
            if (first.byteAt(at) < 'A' || first.byteAt(at) > 'Z') {
                return false;
            }
        }
        return true;
    }
}
