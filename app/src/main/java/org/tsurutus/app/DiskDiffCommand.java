package org.tsurutus.app;

import java.util.concurrent.Callable;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.evidence.DiskEvidence;
import org.tsurutus.disk.evidence.SectorRun;
import org.tsurutus.disk.store.DiskName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `disk diff`.
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = {
            "Says which sectors of a disk differ from its golden image, what they were, and the hashes of their content before and after.",
            "Sectors have 512 bytes; what a PC that is on has not written out is not seen. docs/disks.md has the names of structures."
        },
        footer = {
            "",
            "Exit codes: 0 nothing differs, 1 something.",
            "Example: tsurutus disk diff win7-x86-pc1 --json"
        })
final class DiskDiffCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(names = "--json", description = "print a JSON object for each stretch, and one of sums")
    boolean json;

    @Mixin DiskOption disk = new DiskOption();

    @Override
    public Integer call() {
        OpenStore open = disk.open();
        if (open.isRehearsal()) {
            return open.rehearse(kept -> {
                kept.written(disk.name);
                kept.read(disk.name).close();
            });
        }
        DiskName golden = open.store().origin(disk.name).orElseThrow();
        try (Blocks before = open.store().read(golden);
                Blocks after = open.store().read(disk.name)) {
            DiskEvidence evidence =
                    DiskEvidence.read(before, after, open.store().written(disk.name));
            evidence.runs().forEach(this::print);
            printSums(evidence);
            return evidence.total() == 0 ? 0 : 1;
        }
    }

    private void print(SectorRun run) {
        String structure = run.place().structure().label();
        if (json) {
            ObjectNode line = JSON.createObjectNode();
            line.put("lba", run.lba()).put("sectors", run.count()).put("structure", structure);
            line.put("before", run.oldSha256()).put("after", run.newSha256());
            System.out.println(line);
        } else {
            System.out.printf(
                    "%12d %10d  %s%n%25s%s -> %s%n",
                    run.lba(), run.count(), structure, "", run.oldSha256(), run.newSha256());
        }
    }

    private void printSums(DiskEvidence evidence) {
        if (json) {
            ObjectNode line = JSON.createObjectNode();
            line.put("changed", evidence.total());
            line.put("unlistedStretches", evidence.unlistedRuns());
            line.put("unlistedSectors", evidence.unlistedSectors());
            System.out.println(line);
        } else {
            System.out.println(
                    evidence.total()
                            + " sectors of "
                            + disk.name
                            + " differ"
                            + (evidence.unlistedRuns() == 0
                                    ? ""
                                    : ", "
                                            + evidence.unlistedSectors()
                                            + " of them in "
                                            + evidence.unlistedRuns()
                                            + " further stretches"));
        }
    }
}
