package org.tsurutus.network.lan;

/// The addresses that were seen behind one port, as many as fit: the one that was not seen for the
/// longest time makes room for a new one. Each port has its own, so that a flood of made-up
/// addresses makes the switch forget nobody but those of the flood's port.
final class MacTable {
    private static final int SETS = 32;
    private static final int WAYS = 8;
    private static final long NOBODY = 0;
    private static final long SPREAD = 0x9e37_79b9_7f4a_7c15L;

    private final long[] addresses = new long[SETS * WAYS];
    private final long[] seen = new long[SETS * WAYS];
    private long now;

    /// What an address meant to the table.
    enum Learnt {
        KNOWN,
        NEW,
        NEW_FOR_ANOTHER
    }

    Learnt learn(long mac) {
        now++;
        int oldest = firstOfSet(mac);
        for (int at = firstOfSet(mac), end = at + WAYS; at < end; at++) {
            if (addresses[at] == mac) {
                seen[at] = now;
                return Learnt.KNOWN;
            }
            if (seen[at] < seen[oldest]) {
                oldest = at;
            }
        }
        boolean isFree = addresses[oldest] == NOBODY;
        addresses[oldest] = mac;
        seen[oldest] = now;
        return isFree ? Learnt.NEW : Learnt.NEW_FOR_ANOTHER;
    }

    boolean knows(long mac) {
        return find(mac) >= 0;
    }

    /// Whether it was known.
    boolean forget(long mac) {
        int at = find(mac);
        if (at >= 0) {
            addresses[at] = NOBODY;
            seen[at] = 0;
        }
        return at >= 0;
    }

    private int find(long mac) {
        for (int at = firstOfSet(mac), end = at + WAYS; at < end; at++) {
            if (addresses[at] == mac) {
                return at;
            }
        }
        return -1;
    }

    private static int firstOfSet(long mac) {
        return (int) ((mac * SPREAD) >>> 59) * WAYS;
    }
}
