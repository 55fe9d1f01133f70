package org.tsurutus.network.answer;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.tsurutus.network.NetworkException;

/// Makes certificates for one key, and keeps the latest ones.
final class CertificateMaker {
    private static final String OWN_NAME = "Tsurutus simulated network";
    private static final String SIGNATURE = "SHA256withRSA";
    private static final Duration BEFORE = Duration.ofDays(30);
    private static final Duration AFTER = Duration.ofDays(360);
    private static final Duration AUTHORITY_AFTER = Duration.ofDays(3650);
    private static final int MOST = 512;
    private static final int LONGEST_COMMON_NAME = 64;
    private static final int SERIAL_BITS = 120;
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_*.-]{1,253}");

    private final X509Certificate authority;
    private final PrivateKey key;
    private final PublicKey subject;
    private final InstantSource clock;
    private final Map<String, X509Certificate> made =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, X509Certificate> eldest) {
                    return size() > MOST;
                }
            };

    CertificateMaker(
            X509Certificate authority, PrivateKey key, PublicKey subject, InstantSource clock) {
        this.authority = authority;
        this.key = key;
        this.subject = subject;
        this.clock = clock;
    }

    static X509Certificate root(KeyPair keys, InstantSource clock) {
        X500Name name = name(OWN_NAME);
        try {
            JcaX509v3CertificateBuilder builder =
                    builder(name, name, keys.getPublic(), clock.instant(), AUTHORITY_AFTER);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
            return signed(builder, keys.getPrivate());
        } catch (CertIOException | GeneralSecurityException e) {
            throw new NetworkException("cannot make a certificate authority: " + e, e);
        }
    }

    /// A certificate and who vouches for it.
    synchronized X509Certificate[] chain(String name) {
        String usable = NAME.matcher(name).matches() ? name : "server";
        return new X509Certificate[] {made.computeIfAbsent(usable, this::certificate), authority};
    }

    /// A certificate for a name or an address.
    X509Certificate certificate(String name) {
        try {
            JcaX509v3CertificateBuilder builder =
                    builder(name(OWN_NAME), name(name), subject, clock.instant(), AFTER);
            int kind =
                    ADDRESS.matcher(name).matches() ? GeneralName.iPAddress : GeneralName.dNSName;
            JcaX509ExtensionUtils utils = new JcaX509ExtensionUtils();
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(kind, name)));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment));
            builder.addExtension(
                    Extension.extendedKeyUsage,
                    false,
                    new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    utils.createAuthorityKeyIdentifier(authority.getPublicKey()));
            return signed(builder, key);
        } catch (CertIOException | GeneralSecurityException e) {
            throw new NetworkException("cannot make a certificate for " + name + ": " + e, e);
        }
    }

    private static X500Name name(String text) {
        String common = text.substring(0, Math.min(text.length(), LONGEST_COMMON_NAME));
        return new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, common).build();
    }

    private static JcaX509v3CertificateBuilder builder(
            X500Name issuer, X500Name name, PublicKey of, Instant now, Duration after) {
        BigInteger serial = new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS);
        return new JcaX509v3CertificateBuilder(
                issuer, serial, Date.from(now.minus(BEFORE)), Date.from(now.plus(after)), name, of);
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder builder, PrivateKey with)
            throws GeneralSecurityException {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder(SIGNATURE).build(with)));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
