package org.tsurutus.markii.lines;

/// What became of the lines of logs.
///
/// @param records records that were taken
/// @param leftOut records that were not chosen
/// @param malformed lines that are no records
/// @param endMarks lines that are a lone end-of-file mark
public record LineCounts(long records, long leftOut, long malformed, long endMarks) {
    /// No lines.
    public static final LineCounts NONE = new LineCounts(0, 0, 0, 0);

    /// The counts of both.
    public LineCounts plus(LineCounts other) {
        return new LineCounts(
                records + other.records,
                leftOut + other.leftOut,
                malformed + other.malformed,
                endMarks + other.endMarks);
    }
}
