package org.tsurutus.windows.signature;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Somebody with a certificate and its key.
record Identity(X509Certificate certificate, PrivateKey key) {
    static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");
    static final Instant END = Instant.parse("2040-01-01T00:00:00Z");
    private static final AtomicLong SERIAL = new AtomicLong(0x3300_0001_c400L);

    /// What a certificate is to say.
    record Wish(
            String name, Instant from, Instant to, boolean authority, KeyPurposeId... purposes) {
        Wish valid(String start, String end) {
            return new Wish(name, Instant.parse(start), Instant.parse(end), authority, purposes);
        }
    }

    static Wish authority(String name) {
        return new Wish(name, BEGIN, END, true);
    }

    static Wish signer(String name) {
        return new Wish(name, BEGIN, END, false, KeyPurposeId.id_kp_codeSigning);
    }

    static Wish timestamper(String name) {
        return new Wish(name, BEGIN, END, false, KeyPurposeId.id_kp_timeStamping);
    }

    static KeyPair newKey(String algorithm, int size) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        return generator.generateKeyPair();
    }

    static Identity selfSigned(Wish wish, KeyPair key) throws Exception {
        return make(wish, new X500Name(wish.name()), key.getPrivate(), key, "SHA256");
    }

    Identity issue(Wish wish, KeyPair key) throws Exception {
        return issue(wish, key, "SHA256");
    }

    Identity issue(Wish wish, KeyPair key, String hash) throws Exception {
        X500Name issuer = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return make(wish, issuer, this.key, key, hash);
    }

    private static Identity make(
            Wish wish, X500Name issuer, PrivateKey issuerKey, KeyPair key, String hash)
            throws Exception {
        X509v3CertificateBuilder builder =
                new JcaX509v3CertificateBuilder(
                        issuer,
                        BigInteger.valueOf(SERIAL.incrementAndGet()),
                        Date.from(wish.from()),
                        Date.from(wish.to()),
                        new X500Name(wish.name()),
                        key.getPublic());
        builder.addExtension(
                Extension.basicConstraints, true, new BasicConstraints(wish.authority()));
        if (wish.purposes().length > 0) {
            builder.addExtension(
                    Extension.extendedKeyUsage, true, new ExtendedKeyUsage(wish.purposes()));
        }
        String algorithm = hash + (issuerKey.getAlgorithm().equals("EC") ? "withECDSA" : "withRSA");
        return new Identity(
                new JcaX509CertificateConverter()
                        .getCertificate(
                                builder.build(
                                        new JcaContentSignerBuilder(algorithm).build(issuerKey))),
                key.getPrivate());
    }

    static Path writeCertificates(Path file, Identity... identities) throws IOException {
        return Files.writeString(
                file,
                Arrays.stream(identities)
                        .map(identity -> pem("CERTIFICATE", encoded(identity.certificate())))
                        .collect(Collectors.joining()));
    }

    Path writeKey(Path file) throws IOException {
        return Files.writeString(file, pem("PRIVATE KEY", key.getEncoded()));
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String kind, byte[] bytes) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(
                        kind,
                        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes),
                        kind);
    }
}
