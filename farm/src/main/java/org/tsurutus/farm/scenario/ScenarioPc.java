package org.tsurutus.farm.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tsurutus.farm.FarmException;
import org.tsurutus.network.packet.Ipv4Address;

/// A PC of a scenario.
///
/// @param name its computer name, 1 to 15 letters, digits and hyphens
/// @param address on the run's LAN
/// @param accounts who may log on to it over the network
/// @param loggedOn the account whose name and password its desktop gives to other PCs; empty where
///   it has none to give
/// @param shares what it offers beside `C$` and `admin$`
/// @param documents what lies on it
/// @param nextLogon how long after the specimen's start somebody logs on to it anew, so that what
///   waits for a logon starts; empty where nobody does
public record ScenarioPc(
        String name,
        Ipv4Address address,
        List<Account> accounts,
        Optional<Account> loggedOn,
        List<Share> shares,
        List<Document> documents,
        Optional<Duration> nextLogon) {
    private static final Pattern NAME = Pattern.compile("[A-Z0-9]([A-Z0-9-]{0,13}[A-Z0-9])?");

    /// @throws FarmException when the name is none that Windows would take
    public ScenarioPc {
        accounts = List.copyOf(accounts);
        shares = List.copyOf(shares);
        documents = List.copyOf(documents);
        if (!NAME.matcher(name).matches()) {
            throw FarmException.input(
                    "\""
                            + name
                            + "\" is no computer name; write 1 to 15 capital letters, digits and hyphens");
        }
    }
}
