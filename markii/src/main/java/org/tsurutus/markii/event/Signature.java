package org.tsurutus.markii.event;

import java.util.Optional;
import org.tsurutus.markii.vocabulary.ValueText;

/// A file's Authenticode signature. The signer is named also where the signature is invalid, so a
/// known name alone proves nothing.
///
/// @param state `Valid`, `Invalid`, `None`
/// @param signer subject of the certificate
/// @param issuer issuer of the certificate
/// @param serial serial number of the certificate, `33 00 0a`
/// @param validFrom begin of the certificate's validity
/// @param validTo end of the certificate's validity
public record Signature(
        Optional<String> state,
        Optional<String> signer,
        Optional<String> issuer,
        Optional<String> serial,
        Optional<AssumedTime> validFrom,
        Optional<AssumedTime> validTo) {

    static Signature of(Fields fields) {
        return new Signature(
                fields.word("sig"),
                fields.text("signer"),
                fields.text("issuer"),
                fields.text("cerSN").flatMap(ValueText::hexBytes),
                fields.time("validFrom"),
                fields.time("validTo"));
    }
}
