package org.tsurutus.windows.signature;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.cert.X509CertificateHolder;
import org.tsurutus.windows.PeFile;

/// Checks the signature inside a PE file as Windows would: that the file is the one that was
/// signed, that the certificate signed it, that a trusted root stands behind the certificate, that
/// it is one for signing programs, and that it was valid when a trusted timestamp says the file was
/// signed, else at a given time.
///
/// See the package for what is not looked at.
public final class Authenticode {
    private static final ASN1ObjectIdentifier NESTED =
            new ASN1ObjectIdentifier("1.3.6.1.4.1.311.2.4.1");

    private Authenticode() {}

    /// Checks a file's first signature.
    ///
    /// @param trust the roots to believe
    /// @param at when certificates must be valid where no trusted timestamp says when
    /// @throws IOException when the file cannot be read; whatever it holds is an answer
    public static Signature check(PeFile pe, TrustStore trust, Instant at) throws IOException {
        Optional<Signer> signer = Optional.empty();
        try {
            Optional<CertificateTable> table = CertificateTable.find(pe);
            if (table.isEmpty()) {
                return new Signature.None();
            }
            SignedMessage message = SignedMessage.read(table.get().message());
            ImageClaim claim = ImageClaim.of(message);
            Signer maker = signer(message, claim, Timestamps.of(message, trust));
            signer = Optional.of(maker);
            checkContent(pe, table.get(), claim);
            checkSigner(message, claim, trust, maker, at);
            return new Signature.Valid(maker);
        } catch (Flaw flaw) {
            return new Signature.Invalid(flaw.reason(), flaw.detail(), signer);
        } catch (RuntimeException | StackOverflowError e) {
            // the library throws what it likes at bytes that are no signature
            return new Signature.Invalid(
                    Reason.MALFORMED, "the signature cannot be read: " + e, signer);
        }
    }

    private static Signer signer(
            SignedMessage message, ImageClaim claim, Optional<Timestamp> timestamp) {
        X509CertificateHolder certificate = message.certificate();
        return new Signer(
                Names.of(certificate.getSubject()),
                Names.of(certificate.getIssuer()),
                Names.serial(certificate.getSerialNumber()),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                Digests.name(claim.algorithm()),
                SignedMessage.signingTime(message.signer()),
                timestamp,
                SignedMessage.countAdded(message.signer(), NESTED));
    }

    private static void checkContent(PeFile pe, CertificateTable table, ImageClaim claim)
            throws IOException, Flaw {
        // where the table lies is not hashed: one in the middle would shift what Windows loads
        if (table.end() != pe.source().size()) {
            throw new Flaw(Reason.DIGEST_MISMATCH, "bytes follow the signature");
        }
        byte[] digest = Digests.ofImage(pe, table, Digests.of(claim.algorithm()));
        if (!MessageDigest.isEqual(digest, claim.digest().getOctets())) {
            throw new Flaw(Reason.DIGEST_MISMATCH, "the file was changed after it was signed");
        }
    }

    private static void checkSigner(
            SignedMessage message, ImageClaim claim, TrustStore trust, Signer maker, Instant at)
            throws Flaw {
        ASN1Encodable kind =
                SignedMessage.signedAttribute(message.signer(), CMSAttributes.contentType)
                        .orElseThrow(() -> Flaw.malformed("the signer signed no kind of content"));
        if (!kind.equals(ImageClaim.KIND)) {
            throw new Flaw(Reason.BAD_SIGNATURE, "the signer signed something else than a program");
        }
        X509Certificate certificate = SignedMessage.java(message.certificate());
        SignedMessage.checkSigned(message.signer(), claim.content(), certificate);
        Instant when = maker.timestamp().filter(Timestamp::trusted).map(Timestamp::time).orElse(at);
        Chain.check(
                certificate,
                SignedMessage.readable(message.certificates()),
                trust,
                when,
                Chain.CODE_SIGNING);
    }
}
