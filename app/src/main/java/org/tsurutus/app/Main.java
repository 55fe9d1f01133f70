package org.tsurutus.app;

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
        subcommands = {
            DemoCommand.class,
            DoctorCommand.class,
            RunCommand.class,
            RunsCommand.class,
            ImageCommand.class,
            LogCommand.class,
            TreeCommand.class,
            ReportCommand.class,
            ClickCommand.class
        },
        footer = {
            "",
            "setup and test are verbs of the launcher: they install Debian packages and run all tests.",
            "Exit codes: 0 ok, 1 nothing found, 2 usage, 3 bad input, 4 the host lacks something."
        })
public final class Main {
    private Main() {}

    /// Runs one command and ends with its exit code.
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /// The command line, with the one handler for what goes wrong.
    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler(new Failures())
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /// The version that Maven wrote into the jar.
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"tsurutus " + (version == null ? "(not packaged)" : version)};
        }
    }
}
