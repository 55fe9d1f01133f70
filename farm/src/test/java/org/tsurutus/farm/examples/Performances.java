package org.tsurutus.farm.examples;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsurutus.markii.MarkIIRecord;

/// Divides the records of a log among the acts: an act's are those of the process that began it and
/// of all that this process started, and they started.
final class Performances {
    private final Map<CatalogueAct, List<MarkIIRecord>> byAct = new HashMap<>();
    private final List<MarkIIRecord> others = new ArrayList<>();

    Performances(Catalogue catalogue, List<MarkIIRecord> log) {
        Map<String, CatalogueAct> performers = performers(catalogue, log);
        for (MarkIIRecord record : log) {
            CatalogueAct act = performers.get(record.value("psGUID", ""));
            if (act == null) {
                others.add(record);
            } else {
                byAct.computeIfAbsent(act, _ -> new ArrayList<>()).add(record);
            }
        }
    }

    List<MarkIIRecord> of(CatalogueAct act) {
        return byAct.getOrDefault(act, List.of());
    }

    /// What processes did that belong to no act, for example services that were asked by one.
    List<MarkIIRecord> others() {
        return others;
    }

    private static Map<String, CatalogueAct> performers(
            Catalogue catalogue, List<MarkIIRecord> log) {
        Map<String, CatalogueAct> performers = new HashMap<>();
        for (MarkIIRecord record : log) {
            if (record.kind().equals("ps/start")) {
                CatalogueAct inherited = performers.get(record.value("parentGUID", ""));
                Optional.ofNullable(inherited)
                        .or(() -> begunBy(record, catalogue))
                        .ifPresent(act -> performers.putIfAbsent(record.value("psGUID", ""), act));
            }
        }
        return performers;
    }

    private static Optional<CatalogueAct> begunBy(MarkIIRecord start, Catalogue catalogue) {
        String program = Processes.fileName(start.value("psPath", ""));
        return catalogue.acts().stream()
                .filter(act -> act.program().equalsIgnoreCase(program))
                .filter(act -> act.arguments().equals(start.value("cmd", "")))
                .findFirst();
    }
}
