package org.tsurutus.markii.vocabulary;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is known of one kind of event.
///
/// @param event the value of `evt`
/// @param subEvent the value of `subEvt`
/// @param documentedIn the recorder versions whose published lists name this kind; real logs hold
///   kinds that no list names
/// @param observed whether real logs are known to hold this kind
/// @param basis how well the kind and its meaning are known
/// @param describedFile the key that names the file which the hashes, the version resource and the
///   signature of the record describe: `psPath`, `path` or `valStr` (where the file is named inside
///   the value); empty where the kind describes none
/// @param tail the keys behind the header in their canonical order
/// @param tailBasis the evidence for that order
/// @param meaning a short meaning in English
public record EventKind(
        String event,
        String subEvent,
        Set<RecorderVersion> documentedIn,
        boolean observed,
        Basis basis,
        Optional<String> describedFile,
        List<String> tail,
        Evidence tailBasis,
        String meaning) {

    public EventKind {
        documentedIn = Set.copyOf(documentedIn);
        tail = List.copyOf(tail);
    }

    /// The kind as analysts name it, for example `ps/start`.
    public String name() {
        return event + "/" + subEvent;
    }
}
