package org.tsurutus.hunt;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tsurutus.hunt.ProcessNode.Evidence;
import org.tsurutus.markii.MarkIIRecord;

/// A process while its log is read.
final class ProcessDraft {
    /// By start, or by the first sign of a process whose start is not known; then by serial number.
    static final Comparator<ProcessDraft> BY_AGE =
            Comparator.comparing((ProcessDraft draft) -> draft.since)
                    .thenComparingLong(draft -> draft.serial);

    private final Key key;
    private final Map<String, Long> events = new TreeMap<>();
    private final List<ProcessDraft> children = new ArrayList<>();
    private String path = "";
    private String arguments = "";
    private String user = "";
    private String parentPath = "";
    private Optional<Key> parentKey = Optional.empty();
    private Optional<ProcessDraft> parent = Optional.empty();
    private Optional<Long> pid = Optional.empty();
    private Optional<OffsetDateTime> start = Optional.empty();
    private Optional<OffsetDateTime> stop = Optional.empty();
    private Evidence evidence = Evidence.NAMED_AS_PARENT;
    private Instant since = Instant.MAX;
    private long serial = Long.MAX_VALUE;

    /// What tells processes apart.
    record Key(String terminal, String guid) {}

    ProcessDraft(Key key) {
        this.key = key;
    }

    void add(MarkIIRecord record) {
        String kind = record.kind();
        if (!record.isBackground()) {
            events.merge(kind, 1L, Long::sum);
        }
        path = path.isEmpty() ? record.value("psPath", "") : path;
        switch (kind) {
            case "ps/start", "ps/run" -> started(record);
            case "ps/stop" -> stop = Optional.of(record.time());
            default -> acts(record);
        }
    }

    private void started(MarkIIRecord record) {
        if (evidence == Evidence.STARTED) {
            return;
        }
        evidence = Evidence.STARTED;
        start = Optional.of(record.time());
        since = record.time().toInstant();
        serial = number(record, "sn").orElse(Long.MAX_VALUE);
        arguments = record.value("cmd", "");
        pid = number(record, "psID");
        user = record.value("psUser", "");
        parentPath = record.value("parentPath", "");
        parentKey =
                record.value("parentGUID")
                        .filter(guid -> !guid.isEmpty())
                        .map(guid -> new Key(key.terminal(), guid));
    }

    private void acts(MarkIIRecord record) {
        if (evidence == Evidence.STARTED) {
            return;
        }
        evidence = Evidence.ACTING;
        Instant time = record.time().toInstant();
        if (time.isBefore(since)) {
            since = time;
            serial = number(record, "sn").orElse(Long.MAX_VALUE);
        }
    }

    /// Hangs this process under `newParent`, which learns what only its child knows of it.
    void linkTo(ProcessDraft newParent) {
        parent = Optional.of(newParent);
        newParent.children.add(this);
        if (newParent.path.isEmpty()) {
            newParent.path = parentPath;
        }
        if (newParent.evidence == Evidence.NAMED_AS_PARENT && BY_AGE.compare(this, newParent) < 0) {
            newParent.since = since;
            newParent.serial = serial;
        }
    }

    void unlink() {
        parent.ifPresent(former -> former.children.remove(this));
        parent = Optional.empty();
    }

    Optional<Key> parentKey() {
        return parentKey;
    }

    Optional<ProcessDraft> parent() {
        return parent;
    }

    List<ProcessDraft> childrenByAge() {
        children.sort(BY_AGE);
        return children;
    }

    ProcessNode node(List<ProcessNode> nodes) {
        return new ProcessNode(
                key.terminal(),
                key.guid(),
                path,
                arguments,
                pid,
                user,
                start,
                start.flatMap(_ -> stop),
                evidence,
                events,
                List.copyOf(nodes));
    }

    private static Optional<Long> number(MarkIIRecord record, String name) {
        try {
            return record.value(name).map(Long::valueOf);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
