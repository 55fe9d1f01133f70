package org.tsurutus.app;

import java.util.List;
import org.tsurutus.markii.scan.LogSource;
import org.tsurutus.markii.scan.LogSources;
import picocli.CommandLine.Parameters;

/// The logs that a command reads.
final class Logs {
    @Parameters(
            paramLabel = "LOG",
            arity = "1..*",
            description = "Logs, also .gz and .zst, directories and globs; - is standard input.")
    List<String> named = List.of();

    /// What they are read from.
    ///
    /// @throws org.tsurutus.markii.MarkIIException for a name that stands for no log
    List<LogSource> sources() {
        return LogSources.of(named);
    }
}
