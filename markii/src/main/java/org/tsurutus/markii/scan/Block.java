package org.tsurutus.markii.scan;

import java.io.InputStream;
import java.util.Arrays;

/// A stretch of a log: whole lines, but where a line is longer than [#LONGEST_LINE].
///
/// @param source where it comes from
/// @param bytes the array that holds it, reused once the block is done with; longer than what it
///   holds
/// @param start the first byte of the first line; behind a byte order mark in a file's first block
/// @param end the place behind the last byte
/// @param offset where `bytes[0]` lies in the log, in bytes from its start
/// @param firstLine the number of the first line, counted from 1
/// @param continued whether the first line began in the block before, as only a too long one does
/// @param cut whether the last line goes on in the next block, as only a too long one does
@SuppressWarnings("ArrayRecordComponent") // nobody compares blocks
public record Block(
        LogSource source,
        byte[] bytes,
        int start,
        int end,
        long offset,
        long firstLine,
        boolean continued,
        boolean cut) {
    /// The longest line that is read as a record, in bytes without its line end.
    public static final int LONGEST_LINE = 16 << 20;

    /// Lines that are at hand, as a block.
    public static Block of(byte[] lines) {
        byte[] bytes = Arrays.copyOf(lines, lines.length + Swar.SLACK);
        LogSource source = LogSource.of("the line", InputStream.nullInputStream());
        return new Block(source, bytes, 0, lines.length, 0, 1, false, false);
    }

    /// The same block with another number for its first line.
    Block from(long line) {
        return new Block(source, bytes, start, end, offset, line, continued, cut);
    }
}
