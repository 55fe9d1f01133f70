package org.tsurutus.network.capture;

/// What the times of an interface are counted in.
///
/// @param exponent how small a unit is: a power of 2 if the uppermost of its eight bits is set,
///   otherwise of 10
record TimeUnits(int exponent) {
    static final TimeUnits USUAL = new TimeUnits(6);

    private static final int BINARY = 0x80;
    private static final int NANO = 9;
    private static final int LARGEST_POWER_OF_TEN = 18;
    private static final int BITS_OF_A_FRACTION = 30;
    private static final long SECOND = 1_000_000_000;

    /// Nanoseconds, as many as a number holds at most.
    long nanoseconds(long units) {
        return (exponent & BINARY) == 0
                ? decimal(units, exponent)
                : binary(units, exponent & ~BINARY);
    }

    private static long decimal(long units, int digits) {
        if (digits >= NANO) {
            int more = digits - NANO;
            return more > LARGEST_POWER_OF_TEN
                    ? 0
                    : Math.max(0, Long.divideUnsigned(units, power(more)));
        }
        return times(units, power(NANO - digits));
    }

    private static long binary(long units, int bits) {
        if (bits >= Long.SIZE) {
            return 0;
        }
        long seconds = units >>> bits;
        long fraction = units - (seconds << bits);
        int dropped = Math.max(0, bits - BITS_OF_A_FRACTION);
        long nanoseconds = ((fraction >>> dropped) * SECOND) >>> (bits - dropped);
        return Math.max(0, times(seconds, SECOND) + nanoseconds);
    }

    private static long times(long number, long factor) {
        return Long.compareUnsigned(number, Long.MAX_VALUE / factor - 1) > 0
                ? Long.MAX_VALUE - SECOND
                : number * factor;
    }

    private static long power(int digits) {
        long power = 1;
        for (int digit = 0; digit < digits; digit++) {
            power *= 10;
        }
        return power;
    }
}
