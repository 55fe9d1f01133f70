package org.tsurutus.windows.signature;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.tsurutus.windows.PeFile;
import org.tsurutus.windows.PeHeaders;
import org.tsurutus.windows.PeSource;

/// The hashes that signatures may use.
final class Digests {
    private static final int PIECE = 1 << 16;
    private static final int CHECKSUM_FIELD = 64;
    private static final Map<ASN1ObjectIdentifier, String> NAMES =
            Map.of(
                    OIWObjectIdentifiers.idSHA1, "SHA-1",
                    NISTObjectIdentifiers.id_sha256, "SHA-256",
                    NISTObjectIdentifiers.id_sha384, "SHA-384",
                    NISTObjectIdentifiers.id_sha512, "SHA-512");

    private Digests() {}

    /// What a hash is called: its name, or its number where it is none that signatures may use.
    static String name(ASN1ObjectIdentifier algorithm) {
        return Optional.ofNullable(NAMES.get(algorithm)).orElse(algorithm.getId());
    }

    static MessageDigest of(ASN1ObjectIdentifier algorithm) throws Flaw {
        String name = NAMES.get(algorithm);
        if (name == null) {
            throw new Flaw(
                    Reason.UNSUPPORTED_DIGEST,
                    "no signature may use the hash " + algorithm.getId());
        }
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + name, e);
        }
    }

    /// The hash of a PE file without what signing changes: its checksum, the place of its table of
    /// signatures, and the table.
    static byte[] ofImage(PeFile pe, CertificateTable table, MessageDigest digest)
            throws IOException {
        PeHeaders headers = pe.headers();
        long checksum = headers.optionalHeader() + CHECKSUM_FIELD;
        long entry = CertificateTable.securityEntry(headers);
        add(pe.source(), 0, checksum, digest);
        add(pe.source(), checksum + 4, entry, digest);
        add(pe.source(), entry + 8, table.start(), digest);
        return digest.digest();
    }

    private static void add(PeSource source, long from, long to, MessageDigest digest)
            throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(PIECE);
        for (long at = from; at < to; at += PIECE) {
            piece.clear().limit((int) Math.min(PIECE, to - at));
            source.read(at, piece);
            digest.update(piece.flip());
        }
    }
}
