package org.tsurutus.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tsurutus.hunt.ProcessTree;
import org.tsurutus.hunt.ProcessTreeText;
import org.tsurutus.markii.MarkIIReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `tree`: who started whom.
@Command(
        name = "tree",
        mixinStandardHelpOptions = true,
        description = "Prints the process tree of a log.",
        footer = {"", "Example: tsurutus tree sample.log"})
final class TreeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "LOG", description = "a Mark II log")
    Path log = Path.of("");

    @Override
    public Integer call() {
        try (MarkIIReader reader = MarkIIReader.open(log)) {
            ProcessTree tree = ProcessTree.of(Runs.records(reader));
            System.out.println(ProcessTreeText.of(tree));
            return tree.roots().isEmpty() ? 1 : 0;
        }
    }
}
