package org.tsurutus.bench;

import java.util.SplittableRandom;

/// Ways in which a line can be broken so that it is no record any more.
enum Damage {
    CUT_IN_THE_TIME,
    NO_SPACE_AFTER_A_QUOTE,
    NO_KEY,
    QUOTE_NEVER_CLOSED;

    private static final int PART_OF_THE_TIME = 20;

    static Damage draw(SplittableRandom random) {
        return values()[random.nextInt(values().length)];
    }

    /// Breaks the line that begins at `start` and is the last of the buffer.
    void strike(LineBuffer line, int start) {
        switch (this) {
            case CUT_IN_THE_TIME -> line.truncate(start + PART_OF_THE_TIME);
            case NO_SPACE_AFTER_A_QUOTE -> line.put(Utf8.of(" cmd=\"a\"b"));
            case NO_KEY -> line.put(Utf8.of(" =1"));
            case QUOTE_NEVER_CLOSED -> line.put(Utf8.of(" cmd=\"C:\\work\"\""));
        }
    }
}
