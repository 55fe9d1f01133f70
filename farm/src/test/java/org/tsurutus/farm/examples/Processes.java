package org.tsurutus.farm.examples;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tsurutus.markii.MarkIIRecord;

/// The processes of a log by their identity. A record is believed to be of a process only when that
/// process was seen to start: a path that is merely written down proves nothing.
final class Processes {
    private final Map<String, MarkIIRecord> starts = new HashMap<>();

    Processes(List<MarkIIRecord> log) {
        for (MarkIIRecord record : log) {
            if (record.kind().equals("ps/start") || record.kind().equals("ps/run")) {
                starts.putIfAbsent(record.value("psGUID", ""), record);
            }
        }
    }

    String doer(MarkIIRecord record) {
        return name(record.value("psGUID", ""), record.value("psPath", ""));
    }

    String parentOfDoer(MarkIIRecord record) {
        MarkIIRecord start = starts.get(record.value("psGUID", ""));
        return start == null
                ? "a process that was not seen to start"
                : name(start.value("parentGUID", ""), start.value("parentPath", ""));
    }

    private String name(String guid, String claimedPath) {
        MarkIIRecord start = starts.get(guid);
        return start == null
                ? fileName(claimedPath) + " that was not seen to start"
                : fileName(start.value("psPath", ""));
    }

    static String fileName(String path) {
        return path.substring(path.lastIndexOf('\\') + 1);
    }
}
