package org.tsurutus.windows.signature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.ContentVerifier;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.jspecify.annotations.Nullable;

/// A signed message (CMS), its one signer, and the certificates that came with it.
///
/// The checks are made here and not by the library's own, which refuses what countersignatures of
/// old have: the kind of their content as an attribute.
///
/// @param data all of it
/// @param signer who signed it
/// @param certificate the signer's
/// @param certificates all that came with it, at most 64
record SignedMessage(
        CMSSignedData data,
        SignerInformation signer,
        X509CertificateHolder certificate,
        List<X509CertificateHolder> certificates) {
    private static final int MOST_CERTIFICATES = 64;

    /// Reads one from the beginning of these bytes; what follows is padding.
    static SignedMessage read(ByteBuffer message) throws Flaw {
        byte[] bytes = new byte[message.remaining()];
        message.get(message.position(), bytes);
        try (ASN1InputStream in = new ASN1InputStream(bytes)) {
            ASN1Primitive object = in.readObject();
            if (object == null) {
                throw Flaw.malformed("the signature is empty");
            }
            return of(new CMSSignedData(ContentInfo.getInstance(object)));
        } catch (IOException | CMSException e) {
            throw Flaw.malformed("the signature is not a signed message: " + e.getMessage());
        }
    }

    static SignedMessage of(CMSSignedData data) throws Flaw {
        Collection<SignerInformation> signers = data.getSignerInfos().getSigners();
        if (signers.size() != 1) {
            throw Flaw.malformed("the signature has " + signers.size() + " signers, not one");
        }
        SignerInformation signer = signers.iterator().next();
        List<X509CertificateHolder> certificates =
                List.copyOf(data.getCertificates().getMatches(null));
        if (certificates.size() > MOST_CERTIFICATES) {
            throw Flaw.malformed(
                    "the signature brings over " + MOST_CERTIFICATES + " certificates");
        }
        return new SignedMessage(data, signer, certificateOf(signer, certificates), certificates);
    }

    /// What is signed.
    ContentInfo content() {
        return SignedData.getInstance(data.toASN1Structure().getContent()).getEncapContentInfo();
    }

    /// The certificate that a signer names.
    static X509CertificateHolder certificateOf(
            SignerInformation signer, List<X509CertificateHolder> certificates) throws Flaw {
        return certificates.stream()
                .filter(signer.getSID()::match)
                .findFirst()
                .orElseThrow(() -> Flaw.malformed("the signer's certificate is not in the file"));
    }

    static X509Certificate java(X509CertificateHolder holder) throws Flaw {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
        } catch (GeneralSecurityException | IOException e) {
            throw Flaw.malformed("a certificate cannot be read: " + e.getMessage());
        }
    }

    /// All certificates that Java can read; of the others none can lead to a root.
    static List<X509Certificate> readable(List<X509CertificateHolder> holders) {
        List<X509Certificate> readable = new ArrayList<>();
        for (X509CertificateHolder holder : holders) {
            try {
                readable.add(java(holder));
            } catch (Flaw _) {
                // it counts as not there
            }
        }
        return readable;
    }

    /// Returns when a signer has signed this content with that certificate.
    ///
    /// @throws Flaw when it has not
    static void checkSigned(SignerInformation signer, byte[] content, X509Certificate certificate)
            throws Flaw {
        MessageDigest digest = Digests.of(signer.getDigestAlgorithmID().getAlgorithm());
        ASN1Encodable claimed =
                signedAttribute(signer, CMSAttributes.messageDigest)
                        .orElseThrow(() -> Flaw.malformed("the signer signed no hash"));
        byte[] hash = ASN1OctetString.getInstance(claimed).getOctets();
        if (!MessageDigest.isEqual(hash, digest.digest(content))) {
            throw new Flaw(Reason.BAD_SIGNATURE, "what was signed is not what is here");
        }
        try {
            ContentVerifier verifier =
                    new JcaSimpleSignerInfoVerifierBuilder()
                            .build(certificate.getPublicKey())
                            .getContentVerifier(
                                    signer.toASN1Structure().getDigestEncryptionAlgorithm(),
                                    signer.getDigestAlgorithmID());
            try (OutputStream out = verifier.getOutputStream()) {
                out.write(signer.getEncodedSignedAttributes());
            }
            if (!verifier.verify(signer.getSignature())) {
                throw new Flaw(Reason.BAD_SIGNATURE, "the certificate did not sign this");
            }
        } catch (OperatorCreationException | RuntimeOperatorException | IOException e) {
            throw new Flaw(Reason.BAD_SIGNATURE, "the signature cannot be checked: " + e);
        }
    }

    /// The one value of an attribute that was signed.
    static Optional<ASN1Encodable> signedAttribute(
            SignerInformation signer, ASN1ObjectIdentifier kind) {
        return attribute(signer.getSignedAttributes(), kind);
    }

    /// The one value of an attribute that was added to the signature later.
    static Optional<ASN1Encodable> addedAttribute(
            SignerInformation signer, ASN1ObjectIdentifier kind) {
        return attribute(signer.getUnsignedAttributes(), kind);
    }

    /// How many values an attribute has that was added to the signature later.
    static int countAdded(SignerInformation signer, ASN1ObjectIdentifier kind) {
        return Optional.ofNullable(signer.getUnsignedAttributes()).stream()
                .flatMap(table -> Arrays.stream(table.toASN1Structure().getAttributes()))
                .filter(attribute -> attribute.getAttrType().equals(kind))
                .mapToInt(attribute -> attribute.getAttributeValues().length)
                .sum();
    }

    private static Optional<ASN1Encodable> attribute(
            @Nullable AttributeTable attributes, ASN1ObjectIdentifier kind) {
        return Optional.ofNullable(attributes)
                .flatMap(table -> Optional.ofNullable(table.get(kind)))
                .map(Attribute::getAttributeValues)
                .filter(values -> values.length > 0)
                .map(values -> values[0]);
    }

    /// When a signer says it signed.
    static Optional<Instant> signingTime(SignerInformation signer) {
        return signedAttribute(signer, CMSAttributes.signingTime)
                .map(time -> Time.getInstance(time).getDate().toInstant());
    }
}
