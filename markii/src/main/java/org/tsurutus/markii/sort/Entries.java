package org.tsurutus.markii.sort;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Lines in their order, each behind its key: the length of the key and of the line as four bytes
/// each, the key, the line. One entry is looked at at a time, and of its line nothing is in memory.
final class Entries {
    /// How many bytes the two lengths have.
    static final int HEADER = 8;

    private final InputStream in;
    private byte[] key = new byte[128];
    private int keyLength;
    private int left;

    Entries(InputStream in) {
        this.in = in;
    }

    /// Writes the two lengths.
    ///
    /// @return the place behind them
    static int writeHeader(byte[] target, int at, int key, int line) {
        for (int i = 0; i < 4; i++) {
            target[at + i] = (byte) (key >>> (24 - 8 * i));
            target[at + 4 + i] = (byte) (line >>> (24 - 8 * i));
        }
        return at + HEADER;
    }

    /// Goes to the next entry; the line before must have been read.
    ///
    /// @return false behind the last one
    boolean next() throws IOException {
        int length = in.readNBytes(key, 0, HEADER);
        if (length == 0) {
            return false;
        }
        keyLength = number(0);
        left = number(4);
        if (keyLength > key.length) {
            key = new byte[Math.max(keyLength, 2 * key.length)];
        }
        if (length < HEADER || in.readNBytes(key, 0, keyLength) < keyLength) {
            throw new EOFException("a run of sorted lines ends too early");
        }
        return true;
    }

    private int number(int at) {
        return (key[at] & 0xFF) << 24
                | (key[at + 1] & 0xFF) << 16
                | (key[at + 2] & 0xFF) << 8
                | (key[at + 3] & 0xFF);
    }

    int compareKey(Entries other) {
        return Arrays.compareUnsigned(key, 0, keyLength, other.key, 0, other.keyLength);
    }

    byte[] key() {
        return key;
    }

    int keyLength() {
        return keyLength;
    }

    /// How much of the line is not yet read, in bytes.
    int left() {
        return left;
    }

    /// Reads on in the line.
    ///
    /// @return how many bytes were read, as many as are left and as there is room for
    int read(byte[] target, int from, int room) throws IOException {
        int wanted = Math.min(left, room);
        if (in.readNBytes(target, from, wanted) < wanted) {
            throw new EOFException("a run of sorted lines ends inside a line");
        }
        left -= wanted;
        return wanted;
    }
}
