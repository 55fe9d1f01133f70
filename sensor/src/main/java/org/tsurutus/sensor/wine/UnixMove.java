package org.tsurutus.sensor.wine;

/// What a move of a file or directory does to a path.
final class UnixMove {
    private UnixMove() {}

    /// The path after `from` became `to`.
    static String apply(String path, String from, String to) {
        if (path.equals(from)) {
            return to;
        }
        return path.startsWith(from) && path.startsWith("/", from.length())
                ? to + path.substring(from.length())
                : path;
    }
}
