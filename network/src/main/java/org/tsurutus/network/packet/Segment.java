package org.tsurutus.network.packet;

/// What a packet of an Internet protocol carries.
public sealed interface Segment permits Tcp, Udp, IcmpEcho, Fragment, Unread, Malformed {}
