package org.tsurutus.bench.toolkit;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tsurutus.bench.BenchException;
import org.tsurutus.bench.click.Split;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// The entry point of `bench/toolkits/run`.
@Command(
        name = "bench/toolkits/run",
        mixinStandardHelpOptions = true,
        description = "Keeps frames of dialogs as GTK, Qt and Swing draw them, and the truth.",
        footer = {
            "",
            "Example: bench/toolkits/run --split tuning --rounds 3 /tmp/tuning gtk qt",
            "Exit codes: 0 done, 2 usage, 4 the host lacks something."
        })
public final class ToolkitsCommand implements Callable<Integer> {
    private static final int ENVIRONMENT = 4;

    @Spec CommandSpec spec = CommandSpec.create();

    @Option(names = "--split", description = "tuning or test (default: ${DEFAULT-VALUE})")
    Split split = Split.TEST;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description =
                    "draws each scene in each look so often, elsewhere and in another language"
                            + " (default: ${DEFAULT-VALUE})")
    int rounds = 1;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "takes a folder of each toolkit")
    Path folder = Path.of("");

    @Parameters(
            index = "1..*",
            paramLabel = "TOOLKIT",
            description = "gtk, qt or swing (default: all of them)")
    List<String> toolkits = List.of();

    /// Runs the command and ends with its exit code.
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new ToolkitsCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, _, _) -> say(failure));
    }

    private static int say(Exception failure) throws Exception {
        if (failure instanceof BenchException) {
            System.err.println("toolkits: " + failure.getMessage());
            return ENVIRONMENT;
        }
        throw failure;
    }

    @Override
    public Integer call() {
        TreeMap<String, List<Look>> looks =
                Look.all().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Look::toolkit, TreeMap::new, Collectors.toList()));
        for (String toolkit : toolkits) {
            if (!looks.containsKey(toolkit)) {
                throw new ParameterException(
                        spec.commandLine(),
                        "no toolkit is called '%s'; there are %s"
                                .formatted(toolkit, String.join(", ", looks.keySet())));
            }
        }
        if (rounds < 1) {
            throw new ParameterException(spec.commandLine(), "--rounds must be 1 or more");
        }
        Path root = Path.of(System.getProperty("tsurutus.root", ".")).toAbsolutePath();
        ToolkitFrames frames = new ToolkitFrames(root, folder, split, rounds);
        looks.forEach((toolkit, its) -> {
            if (toolkits.isEmpty() || toolkits.contains(toolkit)) {
                frames.draw(its);
            }
        });
        return 0;
    }
}
