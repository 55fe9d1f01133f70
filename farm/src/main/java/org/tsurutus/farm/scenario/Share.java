package org.tsurutus.farm.scenario;

import java.util.regex.Pattern;
import org.tsurutus.farm.FarmException;

/// A folder that a PC offers to the others, beside `C$` and `admin$`.
///
/// @param name what follows the second backslash pair, as in `\\PC\Public`
/// @param path the folder, on drive C
public record Share(String name, String path) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,31}");

    /// @throws FarmException when it cannot be offered
    public Share {
        if (!NAME.matcher(name).matches()) {
            throw FarmException.input(
                    "\""
                            + name
                            + "\" is no name of a share; write 1 to 32 letters, digits, - or _");
        }
        GuestPath.requireOnDriveC(path);
    }
}
