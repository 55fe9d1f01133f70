package org.tsurutus.farm.examples;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tsurutus.markii.MarkIIRecord;

/// A record that an act must leave.
///
/// @param process the file name of the process that did it; absent where the format names none
/// @param parent the file name of the process that started it
/// @param fields what the record must say; it may say more
/// @param times how often the record must be there; once unless told
public record ExpectedRecord(
        Optional<String> process,
        String evt,
        String subEvt,
        Optional<String> parent,
        Map<String, ExpectedValue> fields,
        Optional<Integer> times) {

    private static final Set<String> PATHS =
            Set.of("path", "dstPath", "psPath", "parentPath", "tpsPath");

    /// `evt/subEvt`.
    String kind() {
        return evt + "/" + subEvt;
    }

    int count() {
        return times.orElse(1);
    }

    boolean matches(MarkIIRecord record, Processes processes) {
        return record.kind().equals(kind())
                && process.isPresent() == record.value("psGUID").isPresent()
                && process.filter(name -> !name.equalsIgnoreCase(processes.doer(record))).isEmpty()
                && parent.filter(name -> !name.equalsIgnoreCase(processes.parentOfDoer(record)))
                        .isEmpty()
                && fields.entrySet().stream().allMatch(field -> matches(record, field));
    }

    private static boolean matches(MarkIIRecord record, Map.Entry<String, ExpectedValue> field) {
        return record.value(field.getKey())
                .filter(value -> field.getValue().matches(value, PATHS.contains(field.getKey())))
                .isPresent();
    }

    /// The record in one line, as messages name it.
    @Override
    public String toString() {
        String values =
                new TreeMap<>(fields)
                        .entrySet().stream()
                                .map(field -> " " + field.getKey() + "=" + field.getValue())
                                .collect(Collectors.joining());
        return process.orElse("nobody") + " " + kind() + values;
    }
}
