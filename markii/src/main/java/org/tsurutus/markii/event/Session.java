package org.tsurutus.markii.event;

import java.util.Optional;
import java.util.OptionalLong;

/// The Windows session that a record belongs to.
///
/// @param account the logged-on user; empty parts for the system's own activity
/// @param id the number of the session, 0 for services
/// @param remoteComputer the name of the remote client, on every record of a remote session
/// @param remoteAddress the address of the remote client
public record Session(
        Account account,
        OptionalLong id,
        Optional<String> remoteComputer,
        Optional<String> remoteAddress) {

    static Session of(Fields fields) {
        return new Session(
                fields.account("usr", "usrDomain"),
                fields.integer("sessionID"),
                fields.text("rcCom"),
                fields.address("rcIP"));
    }
}
