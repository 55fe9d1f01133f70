package org.tsurutus.network.summary;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;

/// A line about a conversation.
///
/// @param protocol tcp or udp
/// @param ends between whom
/// @param serverPc the interface that the server's frames came in at; empty if none did
/// @param packetsOut frames of the client's
/// @param bytesOut their bytes, with all headers
/// @param packetsIn frames of the server's
/// @param bytesIn their bytes, with all headers
/// @param first when the first frame came
/// @param last when the last one came
record ConversationLine(
        String protocol,
        @JsonUnwrapped Ends ends,
        String serverPc,
        long packetsOut,
        long bytesOut,
        long packetsIn,
        long bytesIn,
        Instant first,
        Instant last) {}
