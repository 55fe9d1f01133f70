package org.tsurutus.network.packet;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A stretch of bytes that nobody changes. Cutting it copies nothing.
///
/// Numbers are unsigned and big-endian. Whoever reads beyond the end gets an
/// [IndexOutOfBoundsException]: readers ask for the length first.
public final class Octets {
    /// No bytes at all.
    public static final Octets NONE = of(new byte[0]);

    private static final int SHOWN = 32;

    private final byte[] bytes;
    private final int start;
    private final int length;

    private Octets(byte[] bytes, int start, int length) {
        this.bytes = bytes;
        this.start = start;
        this.length = length;
    }

    /// All bytes of an array, which the caller leaves alone from now on.
    public static Octets of(byte[] bytes) {
        return new Octets(bytes, 0, bytes.length);
    }

    /// A part of an array, which the caller leaves alone from now on.
    public static Octets of(byte[] bytes, int start, int length) {
        Objects.checkFromIndexSize(start, length, bytes.length);
        return new Octets(bytes, start, length);
    }

    /// How many bytes there are.
    public int length() {
        return length;
    }

    /// The byte at a place, 0 to 255.
    public int byteAt(int at) {
        return bytes[start + Objects.checkIndex(at, length)] & 0xff;
    }

    /// The two bytes at a place, 0 to 65,535.
    public int shortAt(int at) {
        return byteAt(at) << 8 | byteAt(at + 1);
    }

    /// The four bytes at a place, 0 to 4,294,967,295.
    public long intAt(int at) {
        return (long) shortAt(at) << 16 | shortAt(at + 2);
    }

    /// The eight bytes at a place; the only number here with a sign.
    public long longAt(int at) {
        return intAt(at) << 32 | intAt(at + 4);
    }

    /// What follows a place.
    public Octets from(int at) {
        return slice(at, length - at);
    }

    /// A part.
    public Octets slice(int at, int size) {
        Objects.checkFromIndexSize(at, size, length);
        return new Octets(bytes, start + at, size);
    }

    /// A copy that the caller may change.
    public byte[] toArray() {
        return Arrays.copyOfRange(bytes, start, start + length);
    }

    /// Appends all bytes to a buffer.
    public void putInto(ByteBuffer buffer) {
        buffer.put(bytes, start, length);
    }

    /// The sum of all pairs of bytes, as Internet checksums want it; a lone last byte is the upper
    /// half of a pair.
    long sumOfPairs() {
        long sum = 0;
        int end = start + length;
        int at = start;
        for (; at + 1 < end; at += 2) {
            sum += (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
        }
        return at < end ? sum + ((bytes[at] & 0xff) << 8) : sum;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Octets that
                && Arrays.equals(
                        bytes,
                        start,
                        start + length,
                        that.bytes,
                        that.start,
                        that.start + that.length);
    }

    @Override
    public int hashCode() {
        int hash = 1;
        for (int at = start; at < start + length; at++) {
            hash = 31 * hash + bytes[at];
        }
        return hash;
    }

    /// The first bytes in hexadecimal digits, and how many there are.
    @Override
    public String toString() {
        String shown = HexFormat.of().formatHex(bytes, start, start + Math.min(length, SHOWN));
        return shown + (length > SHOWN ? "…" : "") + " (" + length + " bytes)";
    }
}
