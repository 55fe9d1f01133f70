package org.tsurutus.network.endpoint;

import java.time.Instant;
import org.tsurutus.network.packet.Octets;

/// Who listens to a connection.
public interface TcpHandler {
    /// The PC has heard that we listen.
    void opened();

    /// Bytes came, in order.
    void received(Octets bytes);

    /// The PC will send nothing more, but may still listen.
    void ended();

    /// The PC has taken some of what was sent to it.
    void taken();

    /// Nothing goes on any more, for whatever reason.
    ///
    /// @param why in our words
    void closed(String why);

    /// Some time went by.
    void tick(Instant now);

    /// How many bytes were received and not handed on yet: the PC is told to send less.
    int backlog();
}
