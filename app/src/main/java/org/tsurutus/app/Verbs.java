package org.tsurutus.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/// The verbs in the order of the help. Only those that the words of a command line name are made
/// ready, because making all of them ready takes longer than most answers do.
final class Verbs {
    private static final Map<String, Supplier<Object>> OF_LOG = new LinkedHashMap<>();
    private static final Map<String, Supplier<Object>> OF_DISK = new LinkedHashMap<>();
    private static final Map<String, Supplier<Object>> ALL = new LinkedHashMap<>();

    static {
        OF_LOG.put("stats", LogStatsCommand::new);
        OF_LOG.put("cat", LogCatCommand::new);
        OF_LOG.put("sort", LogSortCommand::new);
        OF_LOG.put("convert", LogConvertCommand::new);
        OF_LOG.put("check", LogCheckCommand::new);
        OF_LOG.put("rebuild", LogRebuildCommand::new);

        OF_DISK.put("init", DiskInitCommand::new);
        OF_DISK.put("import", DiskImportCommand::new);
        OF_DISK.put("list", DiskListCommand::new);
        OF_DISK.put("snapshot", DiskSnapshotCommand::new);
        OF_DISK.put("attach", DiskAttachCommand::new);
        OF_DISK.put("checkpoint", DiskCheckpointCommand::new);
        OF_DISK.put("restore", DiskRestoreCommand::new);
        OF_DISK.put("diff", DiskDiffCommand::new);
        OF_DISK.put("verify", DiskVerifyCommand::new);
        OF_DISK.put("export", DiskExportCommand::new);
        OF_DISK.put("withdraw", DiskWithdrawCommand::new);
        OF_DISK.put("serve", DiskServeCommand::new);
        OF_DISK.put("rollback", DiskRollbackCommand::new);
        OF_DISK.put("pardon", DiskPardonCommand::new);
        OF_DISK.put("delete", DiskDeleteCommand::new);

        ALL.put("demo", DemoCommand::new);
        ALL.put("doctor", DoctorCommand::new);
        ALL.put("run", RunCommand::new);
        ALL.put("runs", RunsCommand::new);
        ALL.put("image", ImageCommand::new);
        ALL.put("log", LogCommand::new);
        ALL.put("tree", TreeCommand::new);
        ALL.put("timeline", TimelineCommand::new);
        ALL.put("lateral", LateralCommand::new);
        ALL.put("sql", SqlCommand::new);
        ALL.put("report", ReportCommand::new);
        ALL.put("click", ClickCommand::new);
        ALL.put("disk", DiskCommand::new);
    }

    private Verbs() {}

    /// Gives the command line the verb that the words begin with, or all verbs if they begin with
    /// none.
    static void addTo(CommandLine line, List<String> words) {
        add(line, ALL, words);
        addBelow(line, "log", OF_LOG, words);
        addBelow(line, "disk", OF_DISK, words);
    }

    private static void addBelow(
            CommandLine line,
            String family,
            Map<String, Supplier<Object>> verbs,
            List<String> words) {
        CommandLine below = line.getSubcommands().get(family);
        if (below != null) {
            add(below, verbs, words.subList(Math.min(1, words.size()), words.size()));
        }
    }

    private static void add(
            CommandLine line, Map<String, Supplier<Object>> verbs, List<String> words) {
        String word = words.isEmpty() ? "" : words.getFirst();
        boolean named = verbs.containsKey(word);
        verbs.forEach((name, command) -> {
            if (!named || name.equals(word)) {
                line.addSubcommand(name, command.get());
            }
        });
    }
}
