package org.tsurutus.windows.signature;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.x509.DigestInfo;

/// What a signature is about: the hash of a PE file (SpcIndirectDataContent).
///
/// @param algorithm the kind of hash
/// @param digest the hash
/// @param whole both, and what they are about
record ImageClaim(ASN1ObjectIdentifier algorithm, ASN1OctetString digest, ASN1Sequence whole) {
    /// What such content calls itself.
    static final ASN1ObjectIdentifier KIND = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.2.1.4");

    private static final ASN1ObjectIdentifier PE_IMAGE =
            new ASN1ObjectIdentifier("1.3.6.1.4.1.311.2.1.15");

    static ImageClaim of(SignedMessage message) throws Flaw {
        ContentInfo content = message.content();
        if (!content.getContentType().equals(KIND)) {
            throw Flaw.malformed("what is signed is not the hash of a file");
        }
        ASN1Sequence claim = ASN1Sequence.getInstance(content.getContent());
        ASN1Sequence about = ASN1Sequence.getInstance(claim.getObjectAt(0));
        if (!about.getObjectAt(0).equals(PE_IMAGE)) {
            throw Flaw.malformed("what is signed is not the hash of a program");
        }
        DigestInfo digest = DigestInfo.getInstance(claim.getObjectAt(1));
        return new ImageClaim(
                digest.getAlgorithmId().getAlgorithm(),
                new DEROctetString(digest.getDigest()),
                claim);
    }

    /// What the signer signed the hash of: what is inside the outermost element, without its kind
    /// and length.
    byte[] content() throws Flaw {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (ASN1Encodable element : whole) {
                bytes.writeBytes(element.toASN1Primitive().getEncoded(ASN1Encoding.DER));
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw Flaw.malformed("what is signed cannot be read: " + e.getMessage());
        }
    }
}
