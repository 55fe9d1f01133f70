package org.tsurutus.network.answer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import org.tsurutus.network.NetworkException;

/// Says who we are, whoever a PC takes us for: makes a certificate for every name.
///
/// The authority itself is kept in a folder, so that PCs can be made to believe it once. It is of
/// no use to anybody else; its key is readable to its owner alone.
public final class CertificateAuthority {
    /// The authority's certificate, for those who shall believe it.
    public static final String CERTIFICATE = "answers-authority.pem";

    private static final String KEYS = "answers-authority.p12";
    private static final char[] PASSWORD = "answers".toCharArray();
    private static final String AUTHORITY = "authority";
    private static final String SERVERS = "servers";
    private static final int KEY_BITS = 2048;

    private final X509Certificate certificate;
    private final SSLContext context;

    private CertificateAuthority(KeyStore keys, InstantSource clock)
            throws GeneralSecurityException {
        this.certificate = (X509Certificate) keys.getCertificate(AUTHORITY);
        CertificateMaker maker =
                new CertificateMaker(
                        certificate,
                        (PrivateKey) keys.getKey(AUTHORITY, PASSWORD),
                        keys.getCertificate(SERVERS).getPublicKey(),
                        clock);
        PrivateKey serverKey = (PrivateKey) keys.getKey(SERVERS, PASSWORD);
        this.context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[] {new NamedKeys(maker, serverKey)}, null, null);
    }

    /// Opens the authority of a folder; makes one where there is none.
    ///
    /// @throws NetworkException when it cannot be read or made
    public static CertificateAuthority open(Path folder, InstantSource clock) {
        Path file = folder.resolve(KEYS);
        try {
            if (!Files.exists(file)) {
                make(Files.createDirectories(folder), file, clock);
            }
            KeyStore keys = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                keys.load(in, PASSWORD);
            }
            return new CertificateAuthority(keys, clock);
        } catch (IOException | GeneralSecurityException e) {
            throw new NetworkException(
                    "cannot use the certificate authority " + file + ": " + e + "; delete it", e);
        }
    }

    private static void make(Path folder, Path file, InstantSource clock)
            throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(KEY_BITS);
        KeyPair own = generator.generateKeyPair();
        KeyPair servers = generator.generateKeyPair();
        X509Certificate root = CertificateMaker.root(own, clock);
        X509Certificate server =
                new CertificateMaker(root, own.getPrivate(), servers.getPublic(), clock)
                        .certificate(SERVERS);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, PASSWORD);
        keys.setKeyEntry(AUTHORITY, own.getPrivate(), PASSWORD, new Certificate[] {root});
        keys.setKeyEntry(SERVERS, servers.getPrivate(), PASSWORD, new Certificate[] {server, root});
        Path making =
                Files.createTempFile(
                        folder,
                        ".making-",
                        ".p12",
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
        try {
            try (OutputStream out = Files.newOutputStream(making)) {
                keys.store(out, PASSWORD);
            }
            Files.createLink(file, making);
            Files.writeString(folder.resolve(CERTIFICATE), pem(root));
        } catch (FileAlreadyExistsException _) {
            // another run made one in the meantime
        } finally {
            Files.delete(making);
        }
    }

    private static String pem(X509Certificate certificate) throws GeneralSecurityException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    /// The authority's certificate as text.
    public String pem() {
        try {
            return pem(certificate);
        } catch (GeneralSecurityException e) {
            throw new NetworkException("cannot write the authority's certificate: " + e, e);
        }
    }

    /// The server's side of a connection.
    SSLEngine engine(Optional<String> name, String address) {
        SSLEngine engine = context.createSSLEngine(name.orElse(address), 0);
        engine.setUseClientMode(false);
        engine.setHandshakeApplicationProtocolSelector((_, offered) -> chosen(offered));
        return engine;
    }

    private static String chosen(List<String> offered) {
        return offered.contains("http/1.1") ? "http/1.1" : "";
    }

    /// The name that a client asked for.
    static Optional<String> nameOf(SSLEngine engine) {
        SSLSession session =
                Optional.ofNullable(engine.getHandshakeSession()).orElseGet(engine::getSession);
        if (!(session instanceof ExtendedSSLSession extended)) {
            return Optional.empty();
        }
        try {
            return extended.getRequestedServerNames().stream()
                    .filter(SNIHostName.class::isInstance)
                    .map(name -> new String(name.getEncoded(), StandardCharsets.UTF_8))
                    .findFirst();
        } catch (UnsupportedOperationException _) {
            return Optional.empty();
        }
    }
}
