package org.tsurutus.farm.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tsurutus.farm.examples.Declaration.Act;
import org.tsurutus.markii.MarkIIRecord;

/// Looks up what an example declares in the log of its run.
public final class DeclaredActs {
    private static final Set<String> PATHS = Set.of("path", "dstPath", "psPath", "parentPath");

    private final List<MarkIIRecord> log;
    private final Processes processes;

    private DeclaredActs(List<MarkIIRecord> log) {
        this.log = log;
        this.processes = new Processes(log);
    }

    /// The acts that the log does not show as declared, in the order of the declaration.
    public static List<Shortfall> shortfalls(Declaration declaration, List<MarkIIRecord> log) {
        DeclaredActs acts = new DeclaredActs(log);
        List<Shortfall> shortfalls = new ArrayList<>();
        for (Act act : declaration.acts()) {
            acts.lookUp(act, shortfalls);
        }
        return shortfalls;
    }

    private void lookUp(Act act, List<Shortfall> shortfalls) {
        SortedSet<String> others = new TreeSet<>();
        for (MarkIIRecord record : log) {
            if (!says(record, act)) {
                continue;
            }
            String doer = processes.doer(record);
            if (!doer.equalsIgnoreCase(act.process())) {
                others.add(doer);
                continue;
            }
            if (act.parent().isEmpty()) {
                return;
            }
            String parent = processes.parentOfDoer(record);
            if (parent.equalsIgnoreCase(act.parent().get())) {
                return;
            }
            others.add(doer + " started by " + parent);
        }
        shortfalls.add(
                others.isEmpty()
                        ? new Shortfall.Missing(act)
                        : new Shortfall.DoneByOthers(act, others));
    }

    private static boolean says(MarkIIRecord record, Act act) {
        return record.kind().equals(act.evt() + "/" + act.subEvt())
                && act.fields().entrySet().stream().allMatch(field -> says(record, field));
    }

    private static boolean says(MarkIIRecord record, Map.Entry<String, String> field) {
        boolean ignoreCase = PATHS.contains(field.getKey());
        String declared = field.getValue();
        return record.value(field.getKey())
                .filter(value ->
                        declared.startsWith("*")
                                ? endsWith(value, declared.substring(1), ignoreCase)
                                : value.length() == declared.length()
                                        && endsWith(value, declared, ignoreCase))
                .isPresent();
    }

    private static boolean endsWith(String value, String end, boolean ignoreCase) {
        int start = value.length() - end.length();
        return value.regionMatches(ignoreCase, start, end, 0, end.length());
    }
}
