package org.tsurutus.app;

import java.util.List;
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
        int code = commandLine(arguments).execute(arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    /// The command line for these arguments, with the one handler for what goes wrong.
    static CommandLine commandLine(String... arguments) {
        CommandLine line = new CommandLine(new Main());
        Verbs.addTo(line, List.of(arguments));
        return line.setExecutionExceptionHandler(new Failures())
                .setParameterExceptionHandler(new Usage())
                .setCaseInsensitiveEnumValuesAllowed(true);
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
