package org.tsurutus.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tsurutus.farm.run.RunManifest;
import org.tsurutus.lake.LogCounts;

/// What the log may lack.
///
/// @param lacks every gap that was found, in words
/// @param checks every reason that was looked at, found or not
record Completeness(List<String> lacks, List<String> checks) {
    static Completeness of(RunManifest manifest, RunLog log, LogCounts counts) {
        List<String> lacks = new ArrayList<>();
        List<String> checks = new ArrayList<>();
        if (!log.isPresent()) {
            lacks.add("there is no log: " + ShownText.of(String.valueOf(log.path().getFileName())));
        }
        for (Map.Entry<String, Long> gap : manifest.gaps().byReason().entrySet()) {
            check(lacks, checks, gap.getKey(), gap.getValue());
        }
        if (!manifest.gaps().areCounted()) {
            lacks.add("what may be lost was not counted: the run did not come so far");
        }
        check(lacks, checks, "malformed lines in the log", counts.malformed());
        check(lacks, checks, "serial numbers missing", counts.missing());
        return new Completeness(lacks, checks);
    }

    boolean isComplete() {
        return lacks.isEmpty();
    }

    /// What was looked at, for a sentence.
    String checked() {
        return String.join(", ", checks);
    }

    private static void check(List<String> lacks, List<String> checks, String reason, long count) {
        checks.add(ShownText.of(reason));
        if (count != 0) {
            lacks.add(Losses.line(reason, count));
        }
    }
}
