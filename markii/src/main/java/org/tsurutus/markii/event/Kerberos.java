package org.tsurutus.markii.event;

import java.util.Optional;

/// A Kerberos ticket that a Windows event is about; the meanings are read from the names.
public record Kerberos(
        Account target,
        Optional<String> service,
        Optional<String> options,
        Optional<String> status) {

    static Kerberos of(Fields fields) {
        return new Kerberos(
                fields.account("targetUsr", "targetDomain"),
                fields.text("targetService"),
                fields.text("ticketOption"),
                fields.text("ticketStatus"));
    }
}
