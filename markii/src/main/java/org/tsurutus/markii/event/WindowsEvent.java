package org.tsurutus.markii.event;

import java.util.Optional;
import java.util.OptionalLong;

/// A record of the Windows event log.
///
/// @param channel the log it is from, `Security`
/// @param recordNumber its number in that log
/// @param id the kind of event, 4624
/// @param provider the program that reported it
/// @param message its text, in the language of the terminal
/// @param processId the process it names
/// @param account the user it names
public record WindowsEvent(
        Optional<String> channel,
        OptionalLong recordNumber,
        OptionalLong id,
        Optional<String> provider,
        Optional<String> message,
        OptionalLong processId,
        Account account) {

    static WindowsEvent of(Fields fields) {
        return new WindowsEvent(
                fields.text("channel"),
                fields.unsigned("evtRecID"),
                fields.unsigned("evtID"),
                fields.text("evtSrc"),
                fields.text("evtMsg"),
                fields.unsigned("evtPsID"),
                fields.account("evtUsr", "evtDomain"));
    }
}
