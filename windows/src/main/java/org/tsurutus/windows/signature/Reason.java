package org.tsurutus.windows.signature;

/// Why a signature does not hold. The file is looked at first, then the signature, then the way to
/// a root; where several reasons apply, the first found is named.
public enum Reason {
    /// It cannot be read as a signature at all, or is not where the headers say.
    MALFORMED,
    /// It uses a hash other than SHA-1, SHA-256, SHA-384 or SHA-512.
    UNSUPPORTED_DIGEST,
    /// The file is not the one that was signed.
    DIGEST_MISMATCH,
    /// The signature was not made by the certificate it names.
    BAD_SIGNATURE,
    /// No way leads from the certificate to a trusted root.
    UNTRUSTED_ROOT,
    /// The certificate, or one above it, had ended.
    EXPIRED,
    /// The certificate, or one above it, had not begun.
    NOT_YET_VALID,
    /// A certificate above it may not issue certificates, or not this one.
    BAD_CHAIN,
    /// The certificate is not for signing programs.
    NOT_CODE_SIGNING
}
