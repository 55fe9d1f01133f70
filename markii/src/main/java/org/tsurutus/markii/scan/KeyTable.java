package org.tsurutus.markii.scan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Small numbers for the keys that the vocabulary knows, found from a line's bytes by one probe.
///
/// A key of up to 16 bytes is two longs; a table of a power of two, a multiplication as the hash.
/// Whoever hits an entry also knows that the bytes are a well-formed key.
final class KeyTable {
    static final int UNKNOWN = -1;

    private static final int LONGEST = 16;
    private static final long MIX_LOW = 0x9E3779B97F4A7C15L;
    private static final long MIX_HIGH = 0xC2B2AE3D27D4EB4FL;

    private final long[] lows;
    private final long[] highs;
    private final int[] ids;
    private final int shift;

    /// @param names the keys; a key's number is its place in this list
    KeyTable(List<String> names) {
        int slots = Integer.highestOneBit(Math.max(1, names.size())) * 8;
        this.shift = Long.SIZE - Integer.numberOfTrailingZeros(slots);
        this.lows = new long[slots];
        this.highs = new long[slots];
        this.ids = new int[slots];
        Arrays.fill(ids, UNKNOWN);
        for (int id = 0; id < names.size(); id++) {
            add(names.get(id), id);
        }
    }

    private void add(String name, int id) {
        if (name.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "the key " + name + " is longer than the " + LONGEST + " bytes of this table");
        }
        byte[] bytes = Arrays.copyOf(name.getBytes(StandardCharsets.US_ASCII), LONGEST);
        long low = Swar.read(bytes, 0);
        long high = Swar.read(bytes, 8);
        int slot = slot(low, high);
        while (ids[slot] != UNKNOWN) {
            slot = (slot + 1) & (ids.length - 1);
        }
        lows[slot] = low;
        highs[slot] = high;
        ids[slot] = id;
    }

    private int slot(long low, long high) {
        return (int) ((low * MIX_LOW + high * MIX_HIGH) >>> shift);
    }

    /// The number of the key whose bytes are `low` and `high`, padded with zeros.
    int find(long low, long high) {
        int slot = slot(low, high);
        while (ids[slot] != UNKNOWN) {
            if (lows[slot] == low && highs[slot] == high) {
                return ids[slot];
            }
            slot = (slot + 1) & (ids.length - 1);
        }
        return UNKNOWN;
    }
}
