package org.tsurutus.bench;

import java.util.SplittableRandom;

/// A file's content, of which a log knows only the hashes; they follow from one number, so that a
/// content met again has the same hashes and nothing need be kept of it.
record Content(long number) {
    static Content fresh(SplittableRandom random) {
        return new Content(random.nextLong());
    }

    void sha256(LineBuffer line) {
        digits(number, 64, line);
    }

    void sha1(LineBuffer line) {
        digits(number ^ 1, 40, line);
    }

    void md5(LineBuffer line) {
        digits(number ^ 2, 32, line);
    }

    private static void digits(long seed, int digits, LineBuffer line) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int left = digits; left > 0; left -= 16) {
            line.hex(random.nextLong(), Math.min(16, left));
        }
    }
}
