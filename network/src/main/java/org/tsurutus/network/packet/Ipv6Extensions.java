package org.tsurutus.network.packet;

import java.util.Optional;

/// What follows the extension headers of a packet of IPv6.
///
/// @param protocol what it carries in the end
/// @param fragment the part that it is, if it is one
/// @param payload the bytes behind the last header that was read
record Ipv6Extensions(int protocol, Optional<Fragment> fragment, Octets payload) {
    private static final int HOP_BY_HOP = 0;
    private static final int ROUTING = 43;
    private static final int FRAGMENT = 44;
    private static final int AUTHENTICATION = 51;
    private static final int DESTINATION = 60;
    private static final int MOST_HEADERS = 8;
    private static final int SHORTEST = 8;

    /// Walks the headers.
    ///
    /// @return empty if one goes beyond the end, or if there are too many
    static Optional<Ipv6Extensions> read(int first, Octets rest) {
        int next = first;
        Octets payload = rest;
        Optional<Fragment> fragment = Optional.empty();
        for (int count = 0; count <= MOST_HEADERS; count++) {
            if (!isExtension(next) || fragment.isPresent()) {
                return Optional.of(new Ipv6Extensions(next, fragment, payload));
            }
            if (payload.length() < SHORTEST || payload.length() < length(next, payload)) {
                return Optional.empty();
            }
            Octets after = payload.from(length(next, payload));
            if (next == FRAGMENT) {
                fragment = fragment(payload, after);
            }
            next = payload.byteAt(0);
            payload = after;
        }
        return Optional.empty();
    }

    private static boolean isExtension(int header) {
        return switch (header) {
            case HOP_BY_HOP, ROUTING, FRAGMENT, AUTHENTICATION, DESTINATION -> true;
            default -> false;
        };
    }

    private static int length(int header, Octets extension) {
        return switch (header) {
            case FRAGMENT -> SHORTEST;
            case AUTHENTICATION -> Math.max(SHORTEST, 4 * (extension.byteAt(1) + 2));
            default -> 8 * (extension.byteAt(1) + 1);
        };
    }

    /// A header that says "the first and last part" cuts nothing (RFC 6946).
    private static Optional<Fragment> fragment(Octets header, Octets payload) {
        int offset = header.shortAt(2) & 0xfff8;
        boolean more = (header.byteAt(3) & 1) != 0;
        return offset == 0 && !more
                ? Optional.empty()
                : Optional.of(new Fragment(header.intAt(4), offset, more, payload));
    }
}
