package org.tsurutus.sensor.fact;

/// The numbers of the frame format, shared by reader and writer. All fields are little-endian:
/// magic u32, type u8, flags u8, reserved u16, length u32, stream u32, sequence u64, nanos u64.
final class Frame {
    static final int MAGIC = 'T' | ('S' << 8) | ('U' << 16) | ('F' << 24);
    static final int HEADER_BYTES = 32;
    static final int MAX_PAYLOAD_BYTES = 1 << 20;

    /// No kernel call hands out a longer path.
    static final int MAX_PATH_BYTES = 4_096;

    /// No block device has a longer name.
    static final int MAX_DISK_NAME_BYTES = 31;

    /// What the collector keeps of a datagram.
    static final int MAX_DATAGRAM_BYTES = 512;

    static final int NOTE = 1;
    static final int TRACE = 2;
    static final int CREATED = 3;
    static final int DELETED = 4;
    static final int MOVED = 5;
    static final int CLOSED = 6;
    static final int CONTENT = 7;
    static final int CLOSED_END = 8;
    static final int LOST = 9;
    static final int COUNTED = 10;
    static final int DATAGRAM = 11;
    static final int RAW_WRITE = 12;
    static final int ATTRIBUTES = 13;
    static final int CONNECTED = 14;
    static final int ACCEPTED = 15;
    static final int SERVED = 16;

    /// Flags of a frame about a file: the server of shares did it; it is a directory.
    static final int BY_SERVER = 1;

    static final int OF_DIRECTORY = 2;

    /// An address takes this many bytes, however few of them it needs.
    static final int ADDRESS_BYTES = 16;

    private Frame() {}
}
