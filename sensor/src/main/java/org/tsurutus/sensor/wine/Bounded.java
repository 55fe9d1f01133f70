package org.tsurutus.sensor.wine;

import org.tsurutus.sensor.trace.TraceSyntaxException;

/// Limits on what is kept of a hostile guest.
final class Bounded {
    private static final int MAX_PATH = 8_192;
    private static final int MAX_COMMAND_LINE = 32_767;

    private Bounded() {}

    /// The path itself, unless it is longer than any that a program can use.
    static String path(String path) {
        if (path.length() > MAX_PATH) {
            throw new TraceSyntaxException(
                    "a path has " + path.length() + " characters, at most " + MAX_PATH + " count");
        }
        return path;
    }

    /// The command line up to the length that Windows allows.
    static String commandLine(String line) {
        return line.substring(0, Math.min(line.length(), MAX_COMMAND_LINE));
    }
}
