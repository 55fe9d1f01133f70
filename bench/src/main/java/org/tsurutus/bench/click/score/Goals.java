package org.tsurutus.bench.click.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What CrazyClicker has to reach.
public final class Goals {
    private static final double RIGHT = 0.98;
    private static final double RIGHT_WHERE_MOST_ARE = 0.985;
    private static final List<String> WHERE_MOST_ARE = List.of("language en", "language ja");
    private static final double WRONG = 0.003;
    private static final double TRAPPED = 0.001;

    private Goals() {}

    /// What is not met, a line each; empty when all is.
    public static List<String> missed(Report report) {
        List<String> missed = new ArrayList<>();
        Map<String, Tally> groups = report.byGroup();
        Tally all = report.tally();
        atLeast(missed, "right", all.right(), RIGHT);
        for (String group : WHERE_MOST_ARE) {
            if (groups.containsKey(group)) {
                atLeast(missed, "right, " + group, groups.get(group).right(), RIGHT_WHERE_MOST_ARE);
            }
        }
        atMost(missed, "wrong", all.wrong(), WRONG);
        atMost(missed, "trapped", all.trapped(), TRAPPED);
        return missed;
    }

    private static void atLeast(List<String> missed, String what, Share share, double goal) {
        if (share.whole() > 0 && share.value() < goal) {
            missed.add("%s: %s %%, not %.1f %%".formatted(what, share.percent(), goal * 100));
        }
    }

    private static void atMost(List<String> missed, String what, Share share, double goal) {
        if (share.value() > goal) {
            missed.add("%s: %s %%, more than %.1f %%".formatted(what, share.percent(), goal * 100));
        }
    }
}
