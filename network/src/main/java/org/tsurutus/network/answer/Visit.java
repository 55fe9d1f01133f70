package org.tsurutus.network.answer;

import java.util.Optional;
import org.tsurutus.network.lines.ReceivedFile;

/// A connection of a PC, and what is known to everybody who answers on it.
///
/// @param desk what all answers are made of
/// @param asker who calls whom
/// @param name whom, if the PC said so or asked for that address by name
/// @param isSecret whether it is inside TLS
record Visit(Desk desk, Asker asker, Optional<String> name, boolean isSecret) {
    void tell(String protocol, String asked, String answered) {
        tell(protocol, asked, answered, Optional.empty(), Optional.empty());
    }

    void tell(
            String protocol,
            String asked,
            String answered,
            Optional<String> details,
            Optional<ReceivedFile> received) {
        desk.log().tell(asker, protocol, name, asked, answered, details, received);
    }

    Visit secret(Optional<String> serverName) {
        return new Visit(desk, asker, serverName.or(() -> name), true);
    }

    Visit to(String host) {
        return new Visit(desk, asker, Optional.of(host), isSecret);
    }
}
