package org.tsurutus.app;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import org.tsurutus.disk.lease.DiskLeases;
import org.tsurutus.disk.lease.DiskState;
import org.tsurutus.disk.store.BlockStore;
import org.tsurutus.disk.store.DiskName;
import org.tsurutus.disk.store.Space;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `disk list`.
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description =
                "Shows golden images, disks with what they are of and how they stand, what is free, and what is wrong with the store.",
        footer = {
            "",
            "Exit codes: 0 all is well, 1 the store is in trouble or a disk is in quarantine.",
            "Example: tsurutus disk list --json"
        })
final class DiskListCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Option(names = "--json", description = "print one JSON object")
    boolean json;

    @Mixin StoreOption store = new StoreOption();

    /// A disk as it is shown.
    ///
    /// @param target under which it is exported
    private record Row(
            DiskName disk,
            String golden,
            String state,
            List<DiskName> checkpoints,
            Optional<String> target) {}

    @Override
    public Integer call() {
        OpenStore open = store.open();
        if (store.isRehearsal) {
            return open.rehearse(BlockStore::space);
        }
        Optional<String> trouble = open.store().trouble();
        SequencedMap<DiskName, DiskState> states;
        try (DiskLeases leases = open.watchedLeases()) {
            states = leases.states();
        }
        List<Row> rows =
                open.store().disks().stream()
                        .map(disk -> row(open, disk, Optional.ofNullable(states.get(disk))))
                        .toList();
        if (json) {
            System.out.println(json(open, rows, trouble));
        } else {
            print(open, rows, trouble);
        }
        boolean well =
                trouble.isEmpty()
                        && states.values().stream()
                                .noneMatch(DiskState.Quarantined.class::isInstance);
        return well ? 0 : 1;
    }

    private static Row row(OpenStore open, DiskName disk, Optional<DiskState> state) {
        return new Row(
                disk,
                open.store().origin(disk).map(DiskName::text).orElse("?"),
                state.map(DiskListCommand::words).orElse("never leased"),
                open.store().checkpoints(disk),
                new DiskExports(open).find(disk).map(DiskExports.Note::target));
    }

    private static String words(DiskState state) {
        return switch (state) {
            case DiskState.Fresh held -> "being made ready by " + held.holder();
            case DiskState.InUse held -> "in use by " + held.holder();
            case DiskState.Dirty held -> "dirty, held by " + held.holder();
            case DiskState.RollingBack held -> "being rolled back by " + held.holder();
            case DiskState.Verified _ -> "verified";
            case DiskState.Quarantined(String reason) -> "in quarantine: " + reason;
            case DiskState.Gone _ -> "gone";
        };
    }

    private static void print(OpenStore open, List<Row> rows, Optional<String> trouble) {
        for (DiskName golden : open.store().goldens()) {
            System.out.printf(
                    "golden  %-24s %d bytes%n",
                    golden, open.store().golden(golden).orElseThrow().size());
        }
        for (Row row : rows) {
            System.out.printf("disk    %-24s of %s, %s%n", row.disk, row.golden, row.state);
            row.checkpoints.forEach(moment -> System.out.printf("%34scheckpoint %s%n", "", moment));
            row.target.ifPresent(target -> System.out.printf("%34sexported as %s%n", "", target));
        }
        if (trouble.isPresent()) {
            System.out.println("trouble " + trouble.get());
        } else {
            Space space = open.store().space();
            System.out.println("free    " + space.free() + " of " + space.total() + " bytes");
        }
    }

    private static ObjectNode json(OpenStore open, List<Row> rows, Optional<String> trouble) {
        ObjectNode all = JSON.createObjectNode();
        all.put("kind", open.settings().kind());
        ArrayNode goldens = all.putArray("goldens");
        for (DiskName golden : open.store().goldens()) {
            goldens.addObject()
                    .put("name", golden.text())
                    .put("size", open.store().golden(golden).orElseThrow().size());
        }
        ArrayNode disks = all.putArray("disks");
        for (Row row : rows) {
            ObjectNode disk = disks.addObject();
            disk.put("name", row.disk.text()).put("golden", row.golden).put("state", row.state);
            ArrayNode checkpoints = disk.putArray("checkpoints");
            row.checkpoints.forEach(moment -> checkpoints.add(moment.text()));
            row.target.ifPresent(target -> disk.put("target", target));
        }
        trouble.ifPresent(words -> all.put("trouble", words));
        if (trouble.isEmpty()) {
            Space space = open.store().space();
            all.putObject("space").put("total", space.total()).put("free", space.free());
        }
        return all;
    }
}
