package org.tsurutus.app;

/// Says on standard error what the answer leaves out.
final class SkippedLines {
    private SkippedLines() {}

    /// @param lines how many lines are no record
    static void say(long lines) {
        if (lines > 0) {
            System.err.printf(
                    "tsurutus: %,d %s no record and left out; query the table malformed to see %s%n",
                    lines, lines == 1 ? "line is" : "lines are", lines == 1 ? "it" : "them");
        }
    }
}
