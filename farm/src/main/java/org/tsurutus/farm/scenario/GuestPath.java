package org.tsurutus.farm.scenario;

import java.util.regex.Pattern;
import org.tsurutus.farm.FarmException;

/// Paths on a PC's drive C, as a scenario may name them.
final class GuestPath {
    private static final Pattern ON_DRIVE_C =
            Pattern.compile("C:(\\\\[^\\\\/:*?\"<>|\\p{Cntrl}]{1,100}){1,12}");

    private GuestPath() {}

    /// @throws FarmException when the path is no plain one on drive C
    static void requireOnDriveC(String path) {
        if (!ON_DRIVE_C.matcher(path).matches()
                || path.contains("\\..")
                || path.contains("\\.\\")) {
            throw FarmException.input(
                    "\"" + path + "\" is no path on drive C; write it as C:\\Folder\\name");
        }
    }
}
