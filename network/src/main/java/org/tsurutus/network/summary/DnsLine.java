package org.tsurutus.network.summary;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A line about a name that was asked for.
///
/// @param time when it was asked, or when an answer came that nobody had asked for
/// @param ends between whom
/// @param name the name
/// @param type what was asked about it
/// @param code how answering went, if an answer came: 0 is well, 3 that there is no such name
/// @param answers what was answered
/// @param answered when the answer came
record DnsLine(
        Instant time,
        @JsonUnwrapped Ends ends,
        String name,
        String type,
        OptionalInt code,
        List<DnsMessage.Answer> answers,
        Optional<Instant> answered) {
    DnsLine {
        answers = List.copyOf(answers);
    }
}
