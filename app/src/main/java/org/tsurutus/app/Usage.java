package org.tsurutus.app;

import picocli.CommandLine;

/// Says in one line what is wrong with a command line; the whole usage only where a verb is
/// missing.
final class Usage implements CommandLine.IParameterExceptionHandler {
    @Override
    public int handleParseException(CommandLine.ParameterException mistake, String[] arguments) {
        CommandLine command = mistake.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        if (!command.getSubcommands().isEmpty() && arguments.length <= name.split(" ").length - 1) {
            command.usage(System.err);
        } else {
            System.err.println(
                    "tsurutus: " + String.valueOf(mistake.getMessage()).replace('\n', ' '));
            System.err.println("tsurutus: " + name + " --help says how it is used");
        }
        return CommandLine.ExitCode.USAGE;
    }
}
