package org.tsurutus.screen;

import java.util.List;

/// Reads one line of text from a picture.
public interface TextReader extends AutoCloseable {
    /// The languages that it knows, the likeliest first, as the tables of words name them: `en`.
    List<String> languages();

    /// Reads the picture's one line of text.
    ///
    /// @param language one of [#languages()]
    /// @throws ScreenException when the picture cannot be read at all
    Reading read(Frame line, String language, Rendering rendering);

    @Override
    void close();

    /// How a picture is prepared for reading. What cannot be read in one way may be in another.
    enum Rendering {
        /// As it is, only larger.
        PLAIN,
        /// Larger, smooth, and with more contrast.
        CLEAR,
        /// Black on white.
        STARK,
        /// Only a little larger than on the screen.
        SMALL
    }

    /// A line of text.
    ///
    /// @param text trimmed; empty where there is none
    /// @param confidence 0 to 1
    record Reading(String text, double confidence) {}
}
