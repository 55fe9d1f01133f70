package org.tsurutus.farm.scenario;

import java.util.regex.Pattern;
import org.tsurutus.farm.FarmException;

/// Who may log on to a PC over the network.
///
/// @param name as Windows shows it
/// @param password made up for the scenario; it is kept with the run
public record Account(String name, String password) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,19}");
    private static final Pattern PASSWORD = Pattern.compile("[ -~]{1,64}");

    /// @throws FarmException when Windows or the guest could not take them
    public Account {
        if (!NAME.matcher(name).matches()) {
            throw FarmException.input(
                    "\"" + name + "\" is no account; write 1 to 20 letters, digits, dots, - or _");
        }
        if (!PASSWORD.matcher(password).matches()) {
            throw FarmException.input(
                    "the password of " + name + " must have 1 to 64 characters of ASCII");
        }
    }
}
