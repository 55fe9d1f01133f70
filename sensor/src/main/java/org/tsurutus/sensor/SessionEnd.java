package org.tsurutus.sensor;

import java.util.Optional;
import org.tsurutus.sensor.wine.WineProcess;

/// How Windows sessions end in Wine: `ExitWindowsEx` starts `wineboot.exe`, with `--shutdown` to
/// log off and to shut down (Wine makes no difference), and without it to start again, programs of
/// the Run keys included.
enum SessionEnd {
    /// The user is logged off.
    LOGOFF,
    /// Windows starts again.
    RESTART;

    private static final String PROGRAM = "C:\\windows\\system32\\wineboot.exe";

    /// Whether this process is Wine's own program for starting and ending Windows.
    static boolean isProgram(WineProcess process) {
        return process.imagePath().equalsIgnoreCase(PROGRAM);
    }

    /// What the start of this process stands for, if it ends the session.
    static Optional<SessionEnd> of(WineProcess process) {
        String arguments = process.commandLine().map(CommandLine::arguments).orElse("");
        boolean ends = arguments.contains("--end-session") || arguments.contains("--kill");
        if (!isProgram(process) || !ends) {
            return Optional.empty();
        }
        return Optional.of(arguments.contains("--shutdown") ? LOGOFF : RESTART);
    }
}
