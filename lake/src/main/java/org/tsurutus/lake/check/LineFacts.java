package org.tsurutus.lake.check;

/// How the lines of logs are written.
///
/// @param lines all lines
/// @param records lines that are records
/// @param malformed lines that are no records
/// @param endMarks lines that are a lone end-of-file mark
/// @param utf8 lines that are UTF-8, of which ASCII is a part
/// @param windows31j lines that are windows-31j
/// @param otherEncodings lines that are neither
/// @param byteOrderMarks logs that begin with a byte order mark
/// @param lineFeeds lines that end with LF
/// @param carriageReturns lines that end with CR LF
/// @param withoutEnd lines that end with the log
public record LineFacts(
        long lines,
        long records,
        long malformed,
        long endMarks,
        long utf8,
        long windows31j,
        long otherEncodings,
        long byteOrderMarks,
        long lineFeeds,
        long carriageReturns,
        long withoutEnd) {
    /// No lines.
    public static final LineFacts NONE = new LineFacts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// The sums of both.
    LineFacts plus(LineFacts other) {
        return new LineFacts(
                lines + other.lines,
                records + other.records,
                malformed + other.malformed,
                endMarks + other.endMarks,
                utf8 + other.utf8,
                windows31j + other.windows31j,
                otherEncodings + other.otherEncodings,
                byteOrderMarks + other.byteOrderMarks,
                lineFeeds + other.lineFeeds,
                carriageReturns + other.carriageReturns,
                withoutEnd + other.withoutEnd);
    }
}
