package org.tsurutus.hunt;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Gathers the processes first and links them afterwards, because a child may stand before its
/// parent. Nothing here recurses: a forged log may be deeper than a stack.
final class ProcessTreeBuilder {
    private final Map<ProcessKey, ProcessDraft> drafts = new LinkedHashMap<>();
    private final Map<String, String> computers = new HashMap<>();

    void add(ProcessSign sign) {
        drafts.computeIfAbsent(sign.key(), ProcessDraft::new).add(sign);
        if (!sign.computer().isEmpty()) {
            computers.putIfAbsent(sign.key().terminal(), sign.computer());
        }
    }

    ProcessTree build() {
        for (ProcessDraft draft : List.copyOf(drafts.values())) {
            draft.parentKey()
                    .map(key -> drafts.computeIfAbsent(key, ProcessDraft::new))
                    .ifPresent(draft::linkTo);
        }
        breakCircles();
        List<ProcessDraft> roots =
                drafts.values().stream()
                        .filter(draft -> draft.parent().isEmpty())
                        .sorted(ProcessDraft.BY_AGE)
                        .toList();
        return new ProcessTree(nodes(roots), computers);
    }

    private void breakCircles() {
        Set<ProcessDraft> sound = new HashSet<>();
        for (ProcessDraft draft : drafts.values()) {
            List<ProcessDraft> climbed = new ArrayList<>();
            Set<ProcessDraft> passed = new HashSet<>();
            Optional<ProcessDraft> at = Optional.of(draft);
            while (at.isPresent() && !sound.contains(at.get()) && passed.add(at.get())) {
                climbed.add(at.get());
                at = at.get().parent();
            }
            if (at.isPresent() && passed.contains(at.get())) {
                List<ProcessDraft> circle =
                        climbed.subList(climbed.indexOf(at.get()), climbed.size());
                Collections.min(circle, ProcessDraft.BY_AGE).unlink();
            }
            sound.addAll(climbed);
        }
    }

    private static List<ProcessNode> nodes(List<ProcessDraft> roots) {
        List<ProcessDraft> parentsFirst = new ArrayList<>();
        Deque<ProcessDraft> waiting = new ArrayDeque<>(roots);
        while (!waiting.isEmpty()) {
            ProcessDraft draft = waiting.pop();
            parentsFirst.add(draft);
            draft.childrenByAge().forEach(waiting::push);
        }
        Map<ProcessDraft, ProcessNode> made = new HashMap<>();
        for (ProcessDraft draft : parentsFirst.reversed()) {
            made.put(draft, draft.node(pick(draft.childrenByAge(), made)));
        }
        return pick(roots, made);
    }

    private static List<ProcessNode> pick(
            List<ProcessDraft> drafts, Map<ProcessDraft, ProcessNode> made) {
        return drafts.stream()
                .map(draft -> Optional.ofNullable(made.get(draft)).orElseThrow())
                .toList();
    }
}
