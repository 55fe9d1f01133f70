package org.tsurutus.network.answer;

import java.time.Instant;
import org.tsurutus.network.packet.Octets;

/// What is said on a connection, in one protocol.
interface Talk {
    /// It begins.
    void opened();

    /// Bytes came.
    void received(Octets bytes);

    /// The PC says nothing more.
    void ended();

    /// Nothing goes on any more; what was begun is told now.
    void closed();

    /// Some time went by.
    void tick(Instant now);
}
