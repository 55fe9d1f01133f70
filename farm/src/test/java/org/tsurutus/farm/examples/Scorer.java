package org.tsurutus.farm.examples;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tsurutus.farm.examples.Score.Count;
import org.tsurutus.markii.MarkIIRecord;

/// Compares a log with what the catalogue says that the acts did, record by record.
public final class Scorer {
    private static final Set<String> JUDGED =
            Set.of("ps", "reg", "file", "net", "clip", "win", "disk");
    private static final String WINE_OWN = "3";

    private final Processes processes;
    private final Performances performances;
    private final List<MarkIIRecord> others;
    private final TreeMap<String, Count> kinds = new TreeMap<>();
    private final List<String> missing = new ArrayList<>();
    private final Map<String, Integer> extra = new TreeMap<>();
    private long wineOwn;
    private long exact;

    private Scorer(Catalogue catalogue, List<MarkIIRecord> log) {
        this.processes = new Processes(log);
        this.performances = new Performances(catalogue, log);
        this.others = new ArrayList<>(performances.others());
    }

    /// @param catalogue the acts of this run, see [Catalogue#of]
    public static Score score(Catalogue catalogue, List<MarkIIRecord> log) {
        Scorer scorer = new Scorer(catalogue, log);
        for (CatalogueAct act : catalogue.acts()) {
            int before = scorer.missing.size() + scorer.extra.size();
            scorer.judge(act);
            if (before == scorer.missing.size() + scorer.extra.size()) {
                scorer.exact++;
            }
        }
        List<String> extra =
                scorer.extra.entrySet().stream()
                        .map(line -> line.getKey() + times(line.getValue()))
                        .toList();
        return new Score(
                catalogue.acts().size(),
                scorer.exact,
                scorer.kinds,
                scorer.missing,
                extra,
                scorer.wineOwn);
    }

    private void judge(CatalogueAct act) {
        Map<String, List<MarkIIRecord>> unclaimed = new HashMap<>();
        for (MarkIIRecord record : performances.of(act)) {
            if (record.value("lv", "").equals(WINE_OWN)) {
                wineOwn++;
            } else {
                unclaimed.computeIfAbsent(record.kind(), _ -> new ArrayList<>()).add(record);
            }
        }
        for (ExpectedRecord expected : act.records()) {
            List<MarkIIRecord> candidates =
                    unclaimed.getOrDefault(expected.kind(), new ArrayList<>());
            int found = claim(expected, candidates, expected.count());
            found += claim(expected, others, expected.count() - found);
            count(expected.kind(), new Count(expected.count(), found, 0));
            if (found < expected.count()) {
                missing.add(act.command() + ": " + expected + times(expected.count() - found));
            }
        }
        unclaimed.values().forEach(records -> records.forEach(record -> extra(act, record)));
    }

    private int claim(ExpectedRecord expected, List<MarkIIRecord> candidates, int wanted) {
        if (wanted == 0) {
            return 0;
        }
        Set<MarkIIRecord> claimed = Collections.newSetFromMap(new IdentityHashMap<>());
        candidates.stream()
                .filter(record -> expected.matches(record, processes))
                .limit(wanted)
                .forEach(claimed::add);
        candidates.removeIf(claimed::contains);
        return claimed.size();
    }

    private void extra(CatalogueAct act, MarkIIRecord record) {
        if (JUDGED.contains(record.value("evt", ""))) {
            count(record.kind(), new Count(0, 0, 1));
            String what = act.command() + ": " + processes.doer(record) + " " + record.kind();
            extra.merge(what + own(record), 1, Integer::sum);
        }
    }

    /// What the record says of its own, behind the keys that all records have.
    private static String own(MarkIIRecord record) {
        StringBuilder text = new StringBuilder();
        for (String key :
                List.of("cmd", "path", "dstPath", "entry", "dstIP", "dstPort", "winTitle")) {
            record.value(key)
                    .ifPresent(value -> text.append(' ').append(key).append('=').append(value));
        }
        return text.toString();
    }

    private void count(String kind, Count more) {
        kinds.merge(kind, more, Count::plus);
    }

    private static String times(int count) {
        return count == 1 ? "" : " (" + count + " times)";
    }
}
