package org.tsurutus.network.packet;

import java.nio.ByteBuffer;

/// An address of either Internet protocol. Nothing here ever asks a name server.
public sealed interface IpAddress permits Ipv4Address, Ipv6Address {
    /// Its bytes: 4 or 16.
    Octets octets();

    /// Appends its bytes to a buffer.
    default void putInto(ByteBuffer buffer) {
        octets().putInto(buffer);
    }
}
