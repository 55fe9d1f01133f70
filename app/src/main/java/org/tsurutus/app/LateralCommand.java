package org.tsurutus.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tsurutus.hunt.lateral.LateralMovement;
import org.tsurutus.hunt.lateral.LateralText;
import org.tsurutus.markii.Line;
import org.tsurutus.markii.MarkIIReader;
import org.tsurutus.markii.sort.LogSort;
import org.tsurutus.markii.sort.SortOrder;
import org.tsurutus.markii.sort.SortedLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `lateral`: the way from PC to PC.
@Command(
        name = "lateral",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the way from PC to PC in the order of time, one line a step: files written to other PCs, logons from",
            "other PCs, programs started for somebody on another PC, and programs that begin after another PC put them there.",
            "Give the logs of all PCs; one log of several PCs will do."
        },
        footer = {
            "",
            "Exit codes: 0 printed, 1 no step.",
            "Example: tsurutus lateral runs/20261124T120000Z-0123abcd-ef01/*.log"
        })
final class LateralCommand implements Callable<Integer> {
    @Mixin Selection selection = new Selection();

    @Option(names = "--json", description = "Print a JSON object for each step.")
    boolean json;

    @Option(
            names = "--temp",
            paramLabel = "DIR",
            description = "Where lines are kept meanwhile, if they are many.")
    Path temp = Path.of(System.getProperty("java.io.tmpdir"));

    @Mixin Logs logs = new Logs();

    private boolean printed;

    @Override
    public Integer call() {
        LogSort sort =
                new LogSort(
                        SortOrder.BY_TIME, LateralMovement.records().and(selection.where), temp);
        LateralMovement movement =
                new LateralMovement(step -> {
                    printed = true;
                    System.out.println(json ? LateralJson.of(step) : LateralText.of(step));
                });
        try (SortedLog sorted = sort.sort(logs.sources());
                MarkIIReader reader = new MarkIIReader(sorted)) {
            reader.lines()
                    .filter(Line.Entry.class::isInstance)
                    .map(line -> ((Line.Entry) line).record())
                    .forEachOrdered(movement::accept);
            Remarks.left(sorted.counts());
        }
        return printed ? 0 : 1;
    }
}
