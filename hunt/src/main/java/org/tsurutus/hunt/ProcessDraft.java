package org.tsurutus.hunt;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tsurutus.hunt.ProcessNode.Evidence;

/// A process while its log is read.
final class ProcessDraft {
    /// By start, or by the first sign of a process whose start is not known; then by serial number.
    static final Comparator<ProcessDraft> BY_AGE =
            Comparator.comparingLong((ProcessDraft draft) -> draft.since)
                    .thenComparingLong(draft -> draft.serial);

    private final ProcessKey key;
    private final Map<String, Long> events = new TreeMap<>();
    private final List<ProcessDraft> children = new ArrayList<>();
    private String path = "";
    private String arguments = "";
    private String user = "";
    private String parentPath = "";
    private Optional<ProcessKey> parentKey = Optional.empty();
    private Optional<ProcessDraft> parent = Optional.empty();
    private Optional<Long> pid = Optional.empty();
    private Optional<OffsetDateTime> start = Optional.empty();
    private Optional<OffsetDateTime> stop = Optional.empty();
    private Evidence evidence = Evidence.NAMED_AS_PARENT;
    private long since = Long.MAX_VALUE;
    private long serial = Long.MAX_VALUE;

    ProcessDraft(ProcessKey key) {
        this.key = key;
    }

    void add(ProcessSign sign) {
        if (!sign.background()) {
            events.merge(sign.kind(), 1L, Long::sum);
        }
        path = path.isEmpty() ? sign.path() : path;
        if (sign.beginning().isPresent()) {
            started(sign, sign.beginning().get());
        } else if (sign.kind().equals("ps/stop")) {
            stop = Optional.of(sign.time());
            acts(sign);
        } else {
            acts(sign);
        }
    }

    private void started(ProcessSign sign, ProcessSign.Beginning beginning) {
        if (evidence == Evidence.STARTED) {
            return;
        }
        evidence = Evidence.STARTED;
        start = Optional.of(sign.time());
        since = sign.millis();
        serial = sign.serial();
        arguments = beginning.arguments();
        pid = beginning.pid();
        user = beginning.user();
        parentPath = beginning.parentPath();
        parentKey = beginning.parent();
    }

    private void acts(ProcessSign sign) {
        if (evidence == Evidence.STARTED) {
            return;
        }
        evidence = Evidence.ACTING;
        if (sign.millis() < since) {
            since = sign.millis();
            serial = sign.serial();
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

    Optional<ProcessKey> parentKey() {
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
}
