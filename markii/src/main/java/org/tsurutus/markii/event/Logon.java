package org.tsurutus.markii.event;

import java.util.Optional;
import java.util.OptionalLong;
import org.tsurutus.markii.vocabulary.NamedNumber;
import org.tsurutus.markii.vocabulary.ValueText;

/// A logon session that a Windows event is about.
///
/// @param id its 64 bits, `0x3e7`: the new session on 4624, the ended one on 4634 and 4647, else
///   the acting one
/// @param type how the user logged on, `Network(3)`; the number decides
public record Logon(OptionalLong id, Optional<NamedNumber> type) {

    static Logon of(Fields fields) {
        return new Logon(
                fields.hexNumber("evtLogonID"),
                fields.text("logonType").flatMap(ValueText::namedNumber));
    }
}
