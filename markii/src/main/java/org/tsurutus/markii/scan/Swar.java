package org.tsurutus.markii.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Eight bytes at a time in one `long`: "SIMD within a register".
///
/// Every search may read up to [#SLACK] bytes behind the place where it stops, so arrays that are
/// searched are that much longer than what they hold.
final class Swar {
    /// How many bytes a search may read behind the end of the data.
    static final int SLACK = 64;

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private Swar() {}

    /// Eight bytes from `at`, the first in the lowest bits.
    static long read(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at);
    }

    /// The highest bit of every byte that is not ASCII.
    static long notAscii(long eight) {
        return eight & HIGHS;
    }

    /// Bits whose lowest one marks the first byte that is below `limit`, an ASCII character; zero
    /// if none is.
    static long below(long eight, int limit) {
        return (eight - ONES * limit) & ~eight & HIGHS;
    }

    /// Bits whose lowest one marks the first byte that equals `wanted`; zero if none does.
    static long equal(long eight, int wanted) {
        return below(eight ^ (ONES * wanted), 1);
    }

    /// Exactly the bytes that equal `wanted`, the highest bit of each.
    static long allEqual(long eight, int wanted) {
        long different = eight ^ (ONES * wanted);
        return ~(((different & ~HIGHS) + ~HIGHS) | different | ~HIGHS);
    }

    /// Which of eight bytes the lowest bit of a non-zero result marks.
    static int first(long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }
}
