package org.tsurutus.sensor;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// Counts by reason; a reason that never happened counts zero.
final class GapCounts {
    private final Map<Gap, Long> counts = new EnumMap<>(Gap.class);

    void add(Gap gap, long more) {
        counts.merge(gap, more, Long::sum);
    }

    GapCounts copy() {
        GapCounts copy = new GapCounts();
        counts.forEach(copy::add);
        return copy;
    }

    /// All of one kind together.
    long total(Gap.Kind kind) {
        return counts.entrySet().stream()
                .filter(count -> count.getKey().kind() == kind)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    SequencedMap<String, Long> byLabel() {
        SequencedMap<String, Long> labelled = new LinkedHashMap<>();
        for (Gap gap : Gap.values()) {
            labelled.put(gap.label(), counts.getOrDefault(gap, 0L));
        }
        return labelled;
    }
}
