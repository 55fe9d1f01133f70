package org.tsurutus.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/// The entry point; see README.md for what each verb is for.
@Command(
        name = "tsurutus",
        description = "Makes, keeps and reads malware-behaviour logs.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "VERB",
        footer = {
            "",
            "setup and test are verbs of the launcher: they install Debian packages and run all tests.",
            "Exit codes: 0 ok, 1 nothing found, 2 usage, 3 bad input, 4 the host lacks something."
        })
public final class Main {
    private static final List<String> VERSION = List.of("--version", "-V");

    private Main() {}

    /// Runs one command and ends with its exit code.
    public static void main(String[] arguments) {
        if (arguments.length == 1 && VERSION.contains(arguments[0])) {
            // scripts ask this often; the command line need not be made ready for it
            System.out.println(version());
            return;
        }
        StandardOutput.install();
        System.exit(commandLine(arguments).execute(arguments));
    }

    /// The command line for these arguments, with the one handler for what goes wrong. Only the
    /// verb that they name is made ready, because making all of them ready takes longer than most
    /// answers do.
    static CommandLine commandLine(String... arguments) {
        CommandLine line = new CommandLine(new Main());
        String verb = arguments.length > 0 ? arguments[0] : "";
        boolean one = Verbs.BY_NAME.containsKey(verb);
        Verbs.BY_NAME.forEach((name, command) -> {
            if (!one || name.equals(verb)) {
                line.addSubcommand(name, command.get());
            }
        });
        return line.setExecutionExceptionHandler(new Failures())
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /// The verbs in the order of the help.
    private static final class Verbs {
        static final Map<String, Supplier<Object>> BY_NAME = new LinkedHashMap<>();

        static {
            BY_NAME.put("demo", DemoCommand::new);
            BY_NAME.put("doctor", DoctorCommand::new);
            BY_NAME.put("run", RunCommand::new);
            BY_NAME.put("runs", RunsCommand::new);
            BY_NAME.put("image", ImageCommand::new);
            BY_NAME.put("log", LogCommand::new);
            BY_NAME.put("tree", TreeCommand::new);
            BY_NAME.put("timeline", TimelineCommand::new);
            BY_NAME.put("sql", SqlCommand::new);
            BY_NAME.put("report", ReportCommand::new);
            BY_NAME.put("click", ClickCommand::new);
        }
    }

    private static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return "tsurutus " + (version == null ? "(not packaged)" : version);
    }

    /// The version that Maven wrote into the jar.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {version()};
        }
    }
}
