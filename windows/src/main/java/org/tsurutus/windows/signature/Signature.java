package org.tsurutus.windows.signature;

import java.util.Optional;

/// What became of checking a file's signature.
public sealed interface Signature {

    /// The file has no signature inside; a catalogue may still have one of it.
    record None() implements Signature {
        @Override
        public Optional<Signer> signer() {
            return Optional.empty();
        }
    }

    /// The signature holds.
    ///
    /// @param maker who made it
    record Valid(Signer maker) implements Signature {
        @Override
        public Optional<Signer> signer() {
            return Optional.of(maker);
        }
    }

    /// The signature does not hold.
    ///
    /// @param reason why
    /// @param detail what exactly, in English, at most 300 characters
    /// @param signer who it says made it, which proves nothing; empty where not even that can be
    ///   read
    record Invalid(Reason reason, String detail, Optional<Signer> signer) implements Signature {
        private static final int MOST_CHARACTERS = 300;

        public Invalid {
            detail = detail.substring(0, Math.min(MOST_CHARACTERS, detail.length()));
        }
    }

    /// Who is said to have signed; to be believed of a valid signature only.
    Optional<Signer> signer();
}
