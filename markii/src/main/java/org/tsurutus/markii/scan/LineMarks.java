package org.tsurutus.markii.scan;

import java.util.Arrays;

/// Where a line ends, and the places in it that the grammar is made of. Implementations differ in
/// speed only; a test holds them to the same answers.
abstract class LineMarks {
    private int end;
    private int endWithBreak;
    private boolean ascii;
    private boolean controls;
    private int quotes;
    private int[] spaces = new int[128];
    private int spaceCount;

    /// The fastest implementation that this Java can run.
    static LineMarks fastest() {
        return VECTORS ? new VectorMarks() : new SwarMarks();
    }

    /// Whether Java was started with `--add-modules jdk.incubator.vector`.
    static final boolean VECTORS =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    /// Looks at the line that begins at `start`; it ends at a line feed or at `limit`.
    ///
    /// Up to 64 bytes behind `limit` may be read and are ignored.
    abstract void find(byte[] bytes, int start, int limit);

    /// Whether the spaces and quotes are found too, or the line's end only.
    abstract boolean findsSpaces();

    /// Where the line's spaces that are not inside quotes stand, if its quotes come in pairs.
    final int[] spaces() {
        return spaces;
    }

    final int spaceCount() {
        return spaceCount;
    }

    /// How many quotes the line has.
    final int quotes() {
        return quotes;
    }

    /// Whether the line is surely ASCII.
    final boolean isAscii() {
        return ascii;
    }

    /// Whether a character below the space stands in the line.
    final boolean hasControls() {
        return controls;
    }

    /// The place behind the line's last byte, before its line end.
    final int end() {
        return end;
    }

    /// The place behind the line's end, LF or CR LF.
    final int endWithBreak() {
        return endWithBreak;
    }

    /// Forgets the line before.
    final void begin() {
        spaceCount = 0;
        quotes = 0;
        ascii = true;
        controls = false;
    }

    /// Takes what holds for the line as a whole.
    ///
    /// @param notAscii whether a byte above ASCII stands in the line, or just behind it
    final void note(boolean control, boolean notAscii) {
        controls |= control;
        ascii &= !notAscii;
    }

    /// Takes what one look at up to 64 bytes has found; bit 0 stands for the byte at `base`.
    ///
    /// @param outside spaces outside quotes
    final void add(int base, long outside, long quote, boolean control, boolean notAscii) {
        quotes += Long.bitCount(quote);
        note(control, notAscii);
        int count = spaceCount;
        if (count + 64 > spaces.length) {
            spaces = Arrays.copyOf(spaces, spaces.length * 2);
        }
        int[] places = spaces;
        for (long left = outside; left != 0; left &= left - 1) {
            places[count++] = base + Long.numberOfTrailingZeros(left);
        }
        spaceCount = count;
    }

    /// Sets the line's end; a carriage return before a line feed belongs to it.
    ///
    /// @param at the place of the line feed, or `limit` where there is none
    final void endAt(byte[] bytes, int start, int at, int limit) {
        boolean ended = at < limit;
        boolean carriageReturn = ended && at > start && bytes[at - 1] == '\r';
        end = carriageReturn ? at - 1 : at;
        endWithBreak = ended ? at + 1 : limit;
    }

    /// The bit of the carriage return that belongs to a line's end at `at`, or 0; it is not one of
    /// the line's control characters.
    static long carriageReturn(byte[] bytes, int base, int at, int limit) {
        boolean belongs = at < limit && at > base && bytes[at - 1] == '\r';
        return belongs ? 1L << (at - 1 - base) : 0;
    }

    /// For every bit whether an odd number of bits are set up to and including it.
    static long prefixXor(long bits) {
        long odd = bits;
        odd ^= odd << 1;
        odd ^= odd << 2;
        odd ^= odd << 4;
        odd ^= odd << 8;
        odd ^= odd << 16;
        odd ^= odd << 32;
        return odd;
    }
}
