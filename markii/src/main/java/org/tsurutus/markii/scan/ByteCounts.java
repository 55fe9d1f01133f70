package org.tsurutus.markii.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Counts short texts by their bytes, without an object for each; every different text gets the
/// next number from 0. Not for use by several threads at once.
public final class ByteCounts {
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final int FREE = -1;

    private int[] slots = new int[256];
    private long[] hashes = new long[64];
    private int[] starts = new int[65];
    private long[] counts = new long[64];
    private byte[] texts = new byte[4096];
    private int size;

    /// A table without texts.
    public ByteCounts() {
        Arrays.fill(slots, FREE);
    }

    /// Counts a text.
    ///
    /// @param bytes a block's array, or one made by [#searchable]
    /// @param count how often it is counted at once
    ///
    /// @return the text's number
    public int add(byte[] bytes, int from, int to, long count) {
        long hash = hash(bytes, from, to);
        int slot = (int) (hash >>> 32) & (slots.length - 1);
        while (slots[slot] != FREE) {
            int number = slots[slot];
            if (hashes[number] == hash
                    && Arrays.equals(texts, starts[number], starts[number + 1], bytes, from, to)) {
                counts[number] += count;
                return number;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = size;
        return append(bytes, from, to, hash, count);
    }

    /// The text, UTF-8, in an array of which some bytes behind the text can be read too.
    public static byte[] searchable(byte[] text) {
        return Arrays.copyOf(text, text.length + Swar.SLACK);
    }

    /// Counts all that another table has counted.
    public void addAll(ByteCounts other) {
        for (int number = 0; number < other.size; number++) {
            add(other.texts, other.starts[number], other.starts[number + 1], other.counts[number]);
        }
    }

    /// How many different texts there are.
    public int size() {
        return size;
    }

    /// How often a text was counted.
    public long count(int number) {
        return counts[number];
    }

    /// A text, read as UTF-8.
    public String text(int number) {
        int start = starts[number];
        return new String(texts, start, starts[number + 1] - start, StandardCharsets.UTF_8);
    }

    private int append(byte[] bytes, int from, int to, long hash, long count) {
        int number = size++;
        int length = to - from;
        int start = starts[number];
        if (start + length + Swar.SLACK > texts.length) {
            texts = Arrays.copyOf(texts, Math.max(texts.length * 2, start + length + Swar.SLACK));
        }
        System.arraycopy(bytes, from, texts, start, length);
        hashes[number] = hash;
        counts[number] = count;
        starts[number + 1] = start + length;
        if (size == counts.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
            starts = Arrays.copyOf(starts, size * 2 + 1);
            counts = Arrays.copyOf(counts, size * 2);
        }
        if (size * 2 > slots.length) {
            spread();
        }
        return number;
    }

    private void spread() {
        slots = new int[slots.length * 4];
        Arrays.fill(slots, FREE);
        for (int number = 0; number < size; number++) {
            int slot = (int) (hashes[number] >>> 32) & (slots.length - 1);
            while (slots[slot] != FREE) {
                slot = (slot + 1) & (slots.length - 1);
            }
            slots[slot] = number;
        }
    }

    private static long hash(byte[] bytes, int from, int to) {
        long hash = (long) to - from;
        int at = from;
        for (; at + 8 <= to; at += 8) {
            hash = mixed(hash ^ Swar.read(bytes, at));
        }
        int left = to - at;
        if (left > 0) {
            long last = Swar.read(bytes, at) & ((1L << (left << 3)) - 1);
            hash = mixed(hash ^ last);
        }
        return hash;
    }

    private static long mixed(long value) {
        long product = value * MIX;
        return product ^ (product >>> 29);
    }
}
