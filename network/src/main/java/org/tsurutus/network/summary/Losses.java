package org.tsurutus.network.summary;

import java.util.EnumMap;
import java.util.Map;

/// What was left out so far.
final class Losses {
    private final Map<LeftOut, Long> counts = new EnumMap<>(LeftOut.class);

    Losses() {
        for (LeftOut reason : LeftOut.values()) {
            counts.put(reason, 0L);
        }
    }

    void add(LeftOut reason, long number) {
        counts.merge(reason, number, Long::sum);
    }

    void add(LeftOut reason) {
        add(reason, 1);
    }

    Map<LeftOut, Long> counts() {
        return new EnumMap<>(counts);
    }
}
