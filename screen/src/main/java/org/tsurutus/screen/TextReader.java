package org.tsurutus.screen;

/// Reads one line of text from a picture.
public interface TextReader extends AutoCloseable {
    /// Reads the picture's one line of text.
    ///
    /// @throws ScreenException when the picture cannot be read at all
    Reading read(Frame line);

    @Override
    void close();

    /// A line of text.
    ///
    /// @param text trimmed; empty where there is none
    /// @param confidence 0 to 1
    record Reading(String text, double confidence) {}
}
