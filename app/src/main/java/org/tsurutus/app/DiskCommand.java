package org.tsurutus.app;

import picocli.CommandLine.Command;

/// `disk`: disks that become again what they were; its verbs stand in [Verbs].
@Command(
        name = "disk",
        description = "Keeps disks that can be rolled back, and says what was done to them.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "VERB")
final class DiskCommand {}
