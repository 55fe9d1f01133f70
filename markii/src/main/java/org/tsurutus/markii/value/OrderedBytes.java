package org.tsurutus.markii.value;

import java.util.Arrays;

/// Values as bytes whose order, as unsigned bytes, is the order of what they mean. Several can
/// stand one behind the other; the first then decides, and the next only where it is equal.
///
/// Not for use by several threads at once.
public final class OrderedBytes {
    private static final int MOST_DIGITS = 255;
    private static final byte NEGATIVE = 0;
    private static final byte NATURAL = 1;

    private byte[] bytes = new byte[256];
    private int length;

    /// Forgets what was added.
    public void clear() {
        length = 0;
    }

    /// Forgets what was added behind the first `newLength` bytes.
    public void cut(int newLength) {
        length = Math.min(length, newLength);
    }

    /// How many bytes were added.
    public int length() {
        return length;
    }

    /// A copy of what was added.
    public byte[] toArray() {
        return Arrays.copyOf(bytes, length);
    }

    /// Compares with other bytes of this kind.
    ///
    /// @return negative, zero or positive as this stands before, with or behind the other
    public int compareTo(byte[] other) {
        return Arrays.compareUnsigned(bytes, 0, length, other, 0, other.length);
    }

    /// Adds one byte.
    public void addByte(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        bytes[length] = (byte) value;
        length++;
    }

    /// Adds a number of 64 bits with sign.
    public void addLong(long value) {
        long ordered = value ^ Long.MIN_VALUE;
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            addByte((int) (ordered >>> shift));
        }
    }

    /// Adds a text, which must hold no zero byte; a longer one counts by its first `most` bytes.
    public void addText(byte[] text, int from, int to, int most) {
        int end = Math.min(to, from + most);
        for (int at = from; at < end; at++) {
            addByte(text[at]);
        }
        addByte(0);
    }

    /// Adds a whole number of any size that is written in decimal digits, perhaps with a minus.
    ///
    /// @return false, with nothing added, for a text that is none or has over 255 digits
    public boolean addDecimal(byte[] text, int from, int to) {
        boolean minus = from < to && text[from] == '-';
        int start = minus ? from + 1 : from;
        if (start == to || !areDigits(text, start, to)) {
            return false;
        }
        while (start < to - 1 && text[start] == '0') {
            start++;
        }
        if (to - start > MOST_DIGITS) {
            return false;
        }
        boolean negative = minus && text[start] != '0';
        int flip = negative ? 0xFF : 0;
        addByte(negative ? NEGATIVE : NATURAL);
        addByte((to - start) ^ flip);
        for (int at = start; at < to; at++) {
            addByte(text[at] ^ flip);
        }
        return true;
    }

    private static boolean areDigits(byte[] text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (text[at] < '0' || text[at] > '9') {
                return false;
            }
        }
        return true;
    }
}
