package org.tsurutus.network.gateway;

/// Something that goes through the gateway and has a socket.
interface Forward {
    /// Moves what can be moved now, and says what it waits for.
    void move();
}
