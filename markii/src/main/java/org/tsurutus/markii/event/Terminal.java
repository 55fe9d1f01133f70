package org.tsurutus.markii.event;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tsurutus.markii.vocabulary.ValueText;

/// The computer that a record is about.
///
/// @param id `tmid`, the identity of the terminal
/// @param computer its name; a label only
/// @param domain its domain or workgroup
/// @param computerSid the computer's own security identifier
/// @param addresses its IPv4 and IPv6 addresses at that time
/// @param macs its hardware addresses
/// @param profile the policy profile of the sensor
/// @param locale the language of localized texts, `ja-JP`
/// @param system the operating system, `Win`
public record Terminal(
        Optional<UUID> id,
        Optional<String> computer,
        Optional<String> domain,
        Optional<String> computerSid,
        List<String> addresses,
        List<String> macs,
        Optional<String> profile,
        Optional<String> locale,
        Optional<String> system) {

    public Terminal {
        addresses = List.copyOf(addresses);
        macs = List.copyOf(macs);
    }

    static Terminal of(Fields fields) {
        return new Terminal(
                fields.guid("tmid"),
                fields.text("com"),
                fields.text("domain"),
                fields.text("csid").flatMap(ValueText::sid),
                fields.list("ip", ValueText::addresses),
                fields.list("mac", ValueText::macs),
                fields.text("profile"),
                fields.word("loc"),
                fields.word("os"));
    }
}
