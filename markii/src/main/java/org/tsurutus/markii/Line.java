package org.tsurutus.markii;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;

/// What one line of a log turned out to be.
public sealed interface Line {
    /// The line's number, counted from 1.
    long number();

    /// Where the line begins in the log, in bytes from its start.
    long offset();

    /// The line as it stands in the log with its line end, read-only. All lines' bytes in a row,
    /// behind a byte order mark if there is one, are the log.
    ByteBuffer bytes();

    /// A line that holds a record.
    ///
    /// @param charset how the bytes read: UTF-8, or windows-31j as logs of 2017 may have it
    record Entry(long number, long offset, ByteBuffer bytes, Charset charset, MarkIIRecord record)
            implements Line {}

    /// A line that is no record. It is kept for people to look at; reading goes on behind it. A
    /// line over the length limit comes in several pieces of the same number.
    ///
    /// @param reason what is wrong, and in which column of the line, counted from 1
    /// @param text the line without its line end; only the beginning of a line that is over the
    ///   length limit, and U+FFFD for bytes that are no text
    record Malformed(long number, long offset, ByteBuffer bytes, String reason, String text)
            implements Line {}

    /// A line that is a lone 0x1A, the end-of-file mark of DOS. Real logs have it as their last
    /// line; whatever follows is read all the same.
    record EndMark(long number, long offset, ByteBuffer bytes) implements Line {}
}
