package org.tsurutus.sensor.wine;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whom the service host of the guest (`tsurusvc.exe`) started a program for.
///
/// @param kind what it played: `service`, `task` or `wmi`
/// @param address of the PC that asked
/// @param account who logged on
public record Logon(String kind, String address, String account) {
    /// The service host's image, in lower case.
    static final String HOST = "c:\\windows\\system32\\tsurusvc.exe";

    /// Behind a 0 of 32 bits, which tells C libraries that no files are handed down.
    private static final Pattern TEXT =
            Pattern.compile(
                    "\\x{0}{2}tsurutus (service|task|wmi) [0-9]{1,10} ([0-9.]{7,15}) [0-9]{1,5} (.{1,63})");

    /// Whether the service host started this process itself.
    public static boolean isDirect(WineProcess process) {
        return process.parent()
                .filter(host -> WindowsPath.fold(host.imagePath()).equals(HOST))
                .isPresent();
    }

    /// Reads what a creator handed to a program as its C library's own. Only the service host that
    /// the guest itself started is believed.
    static Optional<Logon> read(WineProcess creator, String runtime) {
        if (!WindowsPath.fold(creator.imagePath()).equals(HOST) || creator.parent().isPresent()) {
            return Optional.empty();
        }
        Matcher matcher = TEXT.matcher(runtime);
        return matcher.matches()
                ? Optional.of(new Logon(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }
}
