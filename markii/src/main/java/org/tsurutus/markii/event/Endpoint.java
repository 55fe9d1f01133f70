package org.tsurutus.markii.event;

import java.util.Optional;
import java.util.OptionalInt;

/// One side of a connection.
///
/// @param name the computer's name
/// @param address its IPv4 or IPv6 address in lower case
/// @param port from 0 to 65535
public record Endpoint(Optional<String> name, Optional<String> address, OptionalInt port) {}
