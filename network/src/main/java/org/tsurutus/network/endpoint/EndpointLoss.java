package org.tsurutus.network.endpoint;

/// Why an [Endpoint] did nothing with a frame, or less than it says.
public enum EndpointLoss {
    /// It is for somebody else: the switch sends to everybody what it does not know.
    OTHERS,
    /// Something else than ARP and IPv4, IPv6 for example.
    OTHER_PROTOCOLS,
    /// It breaks the rules of what it says that it is, or its checksum is wrong.
    MALFORMED,
    /// A part of a packet that was cut.
    FRAGMENTS,
    /// To a group or to nobody that there can be, or from such an address.
    UNROUTABLE,
    /// A segment of a connection that there is not.
    NO_CONNECTION,
    /// A segment that does not fit its connection: not in the window, or a second call.
    OUT_OF_PLACE,
    /// A call that was turned away, because too many connections were open.
    TOO_MANY_CONNECTIONS,
    /// A call that was never finished and made room for another, or took too long.
    HALF_OPEN,
    /// Segments that had to be sent again.
    SENT_AGAIN,
    /// Frames that the switch did not take.
    NOT_SENT,
    /// Something of ours failed; the connection or the datagram was given up.
    FAILED
}
