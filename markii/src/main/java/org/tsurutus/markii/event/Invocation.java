package org.tsurutus.markii.event;

import java.util.Optional;
import java.util.OptionalLong;

/// How a process came to run.
///
/// @param arguments its command line without the program
/// @param processId its number in Windows, which is used again after it ends
/// @param parent the process that started it; its own start may stand later in the log, or nowhere
/// @param account whom it runs as, which may be another than the session's user
public record Invocation(
        Optional<String> arguments,
        OptionalLong processId,
        ProcessReference parent,
        Account account) {

    static Invocation of(Fields fields) {
        return new Invocation(
                fields.text("cmd"),
                fields.unsigned("psID"),
                fields.process("parentGUID", "parentPath"),
                fields.account("psUser", "psDomain"));
    }
}
