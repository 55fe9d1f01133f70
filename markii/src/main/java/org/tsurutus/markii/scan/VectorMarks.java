package org.tsurutus.markii.scan;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// 64 bytes at a time with the processor's vector instructions.
final class VectorMarks extends LineMarks {
    private static final VectorSpecies<Byte> SPECIES = ByteVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    @Override
    void find(byte[] bytes, int start, int limit) {
        begin();
        long insideQuotes = 0;
        int base = start;
        while (true) {
            long quote = 0;
            long space = 0;
            long control = 0;
            long high = 0;
            for (int lane = 0; lane < Long.SIZE; lane += LANES) {
                ByteVector vector = ByteVector.fromArray(SPECIES, bytes, base + lane);
                quote |= vector.eq((byte) '"').toLong() << lane;
                space |= vector.eq((byte) ' ').toLong() << lane;
                control |= vector.compare(VectorOperators.ULT, (byte) ' ').toLong() << lane;
                high |= vector.lt((byte) 0).toLong() << lane;
            }
            long parity = prefixXor(quote) ^ insideQuotes;
            long last = firstBreak(bytes, base, control);
            boolean ends = last != 0 || base + Long.SIZE >= limit;
            long line = -1L;
            int at = base + Long.SIZE;
            if (ends) {
                at = last == 0 ? limit : Math.min(limit, base + Long.numberOfTrailingZeros(last));
                line = at - base == Long.SIZE ? -1L : (1L << (at - base)) - 1;
                control &= ~carriageReturn(bytes, base, at, limit);
            }
            add(
                    base,
                    space & ~parity & line,
                    quote & line,
                    (control & line) != 0,
                    (high & line) != 0);
            if (ends) {
                endAt(bytes, start, at, limit);
                return;
            }
            insideQuotes = parity >> 63;
            base = at;
        }
    }

    @Override
    boolean findsSpaces() {
        return true;
    }

    /// The bit of the first line feed among the control characters, or 0.
    private static long firstBreak(byte[] bytes, int base, long controls) {
        for (long left = controls; left != 0; left &= left - 1) {
            if (bytes[base + Long.numberOfTrailingZeros(left)] == '\n') {
                return left & -left;
            }
        }
        return 0;
    }
}
