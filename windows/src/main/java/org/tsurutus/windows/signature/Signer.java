package org.tsurutus.windows.signature;

import java.time.Instant;
import java.util.Optional;

/// What a signature says of its maker; true only where the signature is valid. Names are at most
/// 1,024 characters, and those of a hostile file may hold anything.
///
/// @param name the common name of the certificate's subject, else its organisation, else empty
/// @param issuer the same of the certificate's issuer
/// @param serial the certificate's number as its bytes in lower-case hex, `33 00 00 01 c4`; at most
///   64 of them
/// @param validFrom the certificate's first second
/// @param validTo the certificate's last second
/// @param digest the hash of the file: `SHA-1`, `SHA-256`, `SHA-384`, `SHA-512`, or the number of
///   another
/// @param signingTime when the signer says it was signed
/// @param timestamp when a third party says it was signed
/// @param nested how many further signatures hang on this one, unread
public record Signer(
        String name,
        String issuer,
        String serial,
        Instant validFrom,
        Instant validTo,
        String digest,
        Optional<Instant> signingTime,
        Optional<Timestamp> timestamp,
        int nested) {}
