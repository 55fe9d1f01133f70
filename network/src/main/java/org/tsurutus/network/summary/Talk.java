package org.tsurutus.network.summary;

import java.time.Instant;
import org.tsurutus.network.packet.Octets;

/// What is said over one connection, in one protocol. Both directions are read as [Feed.Reader]
/// says.
sealed interface Talk permits DnsTalk, HttpTalk, TlsTalk, SmbTalk {
    /// Reads what the client says.
    long fromClient(Octets bytes, Instant now);

    /// Reads what the server says.
    long fromServer(Octets bytes, Instant now);

    /// Tells what is still waiting for an answer.
    void end();
}
