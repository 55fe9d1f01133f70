package org.tsurutus.lake.sql;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tsurutus.lake.LakeException;
import org.tsurutus.lake.LakeException.Fault;

/// DuckDB's messages as one line.
final class SqlFailures {
    private static final List<String> OF_THE_HOST = List.of("IO Error", "Out of Memory Error");

    /// The line of the query that DuckDB repeats, and the carets that it sets below it.
    private static final Pattern PLACE = Pattern.compile("\nLINE (\\d+): ([^\n]*)\n( *)(\\^+)");

    private SqlFailures() {}

    /// A failure of a query as one that says what is wrong and where: `… , line 1, at "psPaht"`.
    static LakeException of(SQLException failure) {
        String message = String.valueOf(failure.getMessage());
        Fault fault =
                OF_THE_HOST.stream().anyMatch(message::startsWith)
                        ? Fault.ENVIRONMENT
                        : Fault.INPUT;
        return new LakeException(fault, oneLine(message), failure);
    }

    private static String oneLine(String message) {
        Matcher place = PLACE.matcher(message);
        if (!place.find()) {
            return joined(message);
        }
        int prefix = "LINE ".length() + place.group(1).length() + ": ".length();
        String line = place.group(2);
        int from = Math.clamp(place.group(3).length() - prefix, 0, line.length());
        int to = Math.min(from + place.group(4).length(), line.length());
        return joined(message.substring(0, place.start()))
                + "; line "
                + place.group(1)
                + ", at \""
                + line.substring(from, to)
                + '"';
    }

    private static String joined(String message) {
        return message.strip().replaceAll("\\s*\n\\s*", " ");
    }
}
