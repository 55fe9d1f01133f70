package org.tsurutus.network.lan;

/// How frames lie one after the other on QEMU's stream sockets, and in every buffer here.
final class Wire {
    /// Before each frame stands its length.
    static final int LENGTH = Integer.BYTES;

    /// A packet of IP at its longest, the header of a frame and a tag.
    static final int LONGEST_FRAME = 65_535 + 14 + 4;

    /// Many frames with one call of the system.
    static final int BUFFER = 256 * 1024;

    private Wire() {}
}
