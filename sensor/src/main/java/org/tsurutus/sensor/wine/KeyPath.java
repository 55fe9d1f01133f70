package org.tsurutus.sensor.wine;

/// Paths of registry keys, in which upper and lower case are the same.
final class KeyPath {
    private KeyPath() {}

    /// The path after the key `from` became `to`.
    static String moved(String path, String from, String to) {
        boolean below =
                path.regionMatches(true, 0, from, 0, from.length())
                        && (path.length() == from.length() || path.charAt(from.length()) == '\\');
        return below ? to + path.substring(from.length()) : path;
    }
}
