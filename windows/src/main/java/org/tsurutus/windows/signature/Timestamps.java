package org.tsurutus.windows.signature;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;

/// The timestamps on a signature: those of RFC 3161, else the older countersignatures.
final class Timestamps {
    private static final ASN1ObjectIdentifier RFC_3161 =
            new ASN1ObjectIdentifier("1.3.6.1.4.1.311.3.3.1");

    private final SignedMessage message;
    private final TrustStore trust;

    private Timestamps(SignedMessage message, TrustStore trust) {
        this.message = message;
        this.trust = trust;
    }

    /// The timestamp on a message; one that cannot be read is none. Its authority has to be trusted
    /// at the time that it names.
    static Optional<Timestamp> of(SignedMessage message, TrustStore trust) {
        Timestamps timestamps = new Timestamps(message, trust);
        return timestamps.token().or(timestamps::countersignature);
    }

    private Optional<Timestamp> token() {
        return SignedMessage.addedAttribute(message.signer(), RFC_3161).flatMap(this::token);
    }

    private Optional<Timestamp> token(ASN1Encodable value) {
        try {
            TimeStampToken token =
                    new TimeStampToken(new CMSSignedData(ContentInfo.getInstance(value)));
            Instant time = token.getTimeStampInfo().getGenTime().toInstant();
            return Optional.of(new Timestamp(time, holds(token, time)));
        } catch (TSPException | CMSException | IOException | RuntimeException _) {
            // the library throws what it likes at a value that is no timestamp
            return Optional.empty();
        }
    }

    private boolean holds(TimeStampToken token, Instant time) throws IOException {
        try {
            SignedMessage stamp = SignedMessage.of(token.toCMSSignedData());
            MessageDigest digest = Digests.of(token.getTimeStampInfo().getMessageImprintAlgOID());
            byte[] stamped = digest.digest(message.signer().getSignature());
            return MessageDigest.isEqual(
                            stamped, token.getTimeStampInfo().getMessageImprintDigest())
                    && holds(
                            stamp.signer(),
                            (byte[]) stamp.data().getSignedContent().getContent(),
                            stamp.certificates(),
                            time);
        } catch (Flaw _) {
            return false;
        }
    }

    private Optional<Timestamp> countersignature() {
        if (SignedMessage.addedAttribute(message.signer(), CMSAttributes.counterSignature)
                .isEmpty()) {
            return Optional.empty();
        }
        try {
            SignerInformation signer =
                    message.signer().getCounterSignatures().getSigners().iterator().next();
            return SignedMessage.signingTime(signer)
                    .map(time ->
                            new Timestamp(
                                    time,
                                    holds(
                                            signer,
                                            message.signer().getSignature(),
                                            message.certificates(),
                                            time)));
        } catch (RuntimeException _) {
            // as above
            return Optional.empty();
        }
    }

    private boolean holds(
            SignerInformation signer,
            byte[] content,
            List<X509CertificateHolder> certificates,
            Instant time) {
        try {
            X509Certificate authority =
                    SignedMessage.java(SignedMessage.certificateOf(signer, certificates));
            SignedMessage.checkSigned(signer, content, authority);
            Chain.check(
                    authority,
                    SignedMessage.readable(certificates),
                    trust,
                    time,
                    Chain.TIMESTAMPING);
            return true;
        } catch (Flaw _) {
            return false;
        }
    }
}
