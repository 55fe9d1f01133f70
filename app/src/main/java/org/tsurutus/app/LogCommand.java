package org.tsurutus.app;

import picocli.CommandLine.Command;

/// `log`: what a log holds; its verbs stand in [Verbs].
@Command(
        name = "log",
        description = "Reads Mark II logs.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "VERB")
final class LogCommand {}
