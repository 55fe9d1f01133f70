package org.tsurutus.network.endpoint;

import java.time.Instant;

/// What an [Endpoint] does with what it hears. All methods are called one after the other; who
/// takes long loses frames.
public interface Service {
    /// A PC calls. Nothing is answered yet: [TcpLink#open()] or [TcpLink#reset()] does that, now or
    /// later.
    ///
    /// @return who listens
    TcpHandler called(TcpLink link);

    /// A datagram came, to our own address, to one outside the LAN or to everybody.
    void heard(Datagram datagram);

    /// A ping came.
    ///
    /// @return whether it is answered
    boolean pinged(Ping ping);

    /// Some time went by.
    void tick(Instant now);
}
