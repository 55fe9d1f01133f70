package org.tsurutus.app;

import java.io.PrintStream;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tsurutus.hunt.ProcessKey;
import org.tsurutus.hunt.ProcessTree;
import org.tsurutus.hunt.ProcessTreeText;
import org.tsurutus.hunt.TreeScan;
import org.tsurutus.markii.where.LineSelection;
import org.tsurutus.markii.where.Where;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tree`: who started whom.
@Command(
        name = "tree",
        mixinStandardHelpOptions = true,
        description = {
            "Prints who started whom, with times and command lines.",
            "Several logs may hold parts of the same terminal. A parent that no record tells of stands as its children name it."
        },
        footer = {
            "",
            "Exit codes: 0 printed, 1 no process.",
            "Example: tsurutus tree --sn 20626 --com MWC01 logs/*.log"
        })
final class TreeCommand implements Callable<Integer> {
    @Option(
            names = "--sn",
            paramLabel = "N",
            description =
                    "Only the tree with the process of the record with this serial number, marked →.")
    Optional<Long> serial = Optional.empty();

    @Option(names = "--tmid", paramLabel = "T", description = "Only records of this terminal.")
    Optional<String> terminal = Optional.empty();

    @Option(names = "--com", paramLabel = "NAME", description = "Only records of this computer.")
    Optional<String> computer = Optional.empty();

    @Option(
            names = "--json",
            description = "Print a JSON object for each process, parents before children.")
    boolean json;

    @Mixin Logs logs = new Logs();

    @Override
    public Integer call() {
        TreeScan scan = TreeScan.of(logs.sources(), asked());
        Remarks.say(scan.malformed(), "malformed line", "left out; log cat --malformed shows them");
        if (serial.isPresent()) {
            Remarks.say(scan.withoutProcess(), "record", "asked for without a process");
        }
        Set<ProcessKey> marked = serial.isPresent() ? scan.acting() : Set.of();
        ProcessTree tree = isAsked() ? scan.tree().holding(scan.acting()) : scan.tree();
        PrintStream out = System.out;
        if (json) {
            ProcessJson.forEach(tree, marked, out::println);
        } else {
            out.print(ProcessTreeText.of(tree, marked));
        }
        return tree.roots().isEmpty() ? 1 : 0;
    }

    private boolean isAsked() {
        return serial.isPresent() || terminal.isPresent() || computer.isPresent();
    }

    private LineSelection asked() {
        LineSelection asked = isAsked() ? LineSelection.ALL : LineSelection.NONE;
        if (serial.isPresent()) {
            asked = asked.and(Where.parse("sn=" + serial.get()));
        }
        if (terminal.isPresent()) {
            asked = asked.and(Where.parse("tmid=" + Where.quoted(terminal.get())));
        }
        if (computer.isPresent()) {
            asked = asked.and(Where.parse("com=" + Where.quoted(computer.get())));
        }
        return asked;
    }
}
