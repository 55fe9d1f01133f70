package org.tsurutus.screen.cast;

/// What the writer keeps to and the reader insists on.
final class CastFormat {
    static final String NAME = "tsurutus-screencast";
    static final int VERSION = 1;

    /// Bytes of a line without its end.
    static final int LONGEST_LINE = 32 << 20;

    /// Tiles of one change.
    static final int MOST_TILES = 64;

    private CastFormat() {}

    /// A file's first line.
    record Header(String format, int version, int width, int height) {}
}
