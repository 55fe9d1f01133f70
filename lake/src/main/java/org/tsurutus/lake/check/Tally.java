package org.tsurutus.lake.check;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tsurutus.markii.HostileText;
import org.tsurutus.markii.lines.Citation;

/// Counts by name. Names are a specimen's to choose, so that only so many are kept apart; all
/// further ones are counted under one name.
final class Tally {
    static final int MOST_NAMES = 1_000;
    private static final String OTHERS = "(others)";
    private static final int LONGEST = 100;
    private static final Comparator<Finding> MOST_FIRST =
            Comparator.comparingLong(Finding::count).reversed().thenComparing(Finding::name);

    private final Map<String, Finding> findings = new LinkedHashMap<>();

    /// Counts one occurrence.
    void add(String name, Citation place, String example) {
        add(new Finding(shown(name), 1, place, shown(example)));
    }

    /// Adds what a later part of the logs has.
    void add(Tally later) {
        later.findings.values().forEach(this::add);
    }

    private void add(Finding finding) {
        String name = finding.name();
        boolean full = findings.size() >= MOST_NAMES && !findings.containsKey(name);
        Finding counted =
                full
                        ? new Finding(OTHERS, finding.count(), finding.first(), finding.example())
                        : finding;
        findings.merge(counted.name(), counted, Finding::plus);
    }

    /// The findings, the most frequent first.
    List<Finding> findings() {
        return findings.values().stream().sorted(MOST_FIRST).toList();
    }

    private static String shown(String text) {
        boolean cut = text.length() > LONGEST;
        return HostileText.shown(cut ? text.substring(0, LONGEST) : text) + (cut ? "…" : "");
    }
}
