package org.tsurutus.app;

import java.util.Locale;
import org.tsurutus.markii.lines.LineCounts;

/// What standard error says of lines that are not in the output, so that nothing is lost in
/// silence.
final class Remarks {
    private Remarks() {}

    /// Lines that were left out because they are no records.
    static void left(LineCounts counts) {
        say(counts.malformed(), "malformed line", "left out; log cat --malformed shows them");
        say(counts.endMarks(), "end mark", "left out");
    }

    /// One remark, where there is something to say.
    static void say(long count, String noun, String fate) {
        if (count > 0) {
            System.err.println("tsurutus: " + count(count, noun) + " " + fate);
        }
    }

    private static String count(long count, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
    }
}
