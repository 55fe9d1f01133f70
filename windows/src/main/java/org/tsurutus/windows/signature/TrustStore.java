package org.tsurutus.windows.signature;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;
import org.tsurutus.windows.WindowsException;

/// The root certificates that signatures are believed by, both of signers and of timestamping
/// authorities. A signer's own certificate among them is believed without a root.
public final class TrustStore {
    private static final Set<String> ENDINGS = Set.of("pem", "crt", "cer", "der");

    private static final int FINGERPRINT_DIGITS = 12;

    private final Set<X509Certificate> roots;

    private TrustStore(Collection<X509Certificate> roots) {
        this.roots = Collections.unmodifiableSet(new LinkedHashSet<>(roots));
    }

    /// Trusts nobody, so that no signature is valid.
    public static TrustStore empty() {
        return new TrustStore(List.of());
    }

    /// Trusts the certificates in files, each PEM (one or several) or DER, and in directories: all
    /// their `.pem`, `.crt`, `.cer` and `.der` files, not those of directories below.
    ///
    /// @throws WindowsException naming the file that cannot be read or holds no certificate
    public static TrustStore of(Path... filesOrDirectories) {
        List<X509Certificate> roots = new ArrayList<>();
        for (Path path : filesOrDirectories) {
            for (Path file : Files.isDirectory(path) ? certificates(path) : List.of(path)) {
                roots.addAll(read(file));
            }
        }
        return new TrustStore(roots);
    }

    /// Trusts whom Java trusts as web sites' authorities. Those are other authorities than Windows
    /// trusts for programs: some of them issue for both, Microsoft's own roots are missing, and
    /// signatures of long ago may lead to roots that are no longer here.
    ///
    /// @throws WindowsException when this Java has no such list
    public static TrustStore system() {
        Path file = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
        try {
            KeyStore store = KeyStore.getInstance(file.toFile(), (char[]) null);
            List<X509Certificate> roots = new ArrayList<>();
            for (String alias : Collections.list(store.aliases())) {
                if (store.getCertificate(alias) instanceof X509Certificate root) {
                    roots.add(root);
                }
            }
            return new TrustStore(roots);
        } catch (IOException | GeneralSecurityException e) {
            throw new WindowsException(
                    "cannot read Java's list of authorities " + file + ": " + e, e);
        }
    }

    /// Trusts whom either of the two trusts.
    public TrustStore and(TrustStore more) {
        Set<X509Certificate> all = new LinkedHashSet<>(roots);
        all.addAll(more.roots);
        return new TrustStore(all);
    }

    /// Names the set of certificates: the first twelve hex digits of the SHA-256 of their encodings
    /// in order, the same wherever and in whatever order they were read.
    public String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            List<byte[]> encodings = new ArrayList<>();
            for (X509Certificate root : roots) {
                encodings.add(root.getEncoded());
            }
            encodings.sort(Arrays::compareUnsigned);
            encodings.forEach(digest::update);
            return HexFormat.of().formatHex(digest.digest()).substring(0, FINGERPRINT_DIGITS);
        } catch (GeneralSecurityException e) {
            throw new WindowsException("cannot name the trusted certificates: " + e, e);
        }
    }

    /// All of them.
    public Set<X509Certificate> roots() {
        return roots;
    }

    /// Those of that name.
    List<X509Certificate> named(X500Principal name) {
        return roots.stream().filter(root -> root.getSubjectX500Principal().equals(name)).toList();
    }

    private static List<Path> certificates(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(TrustStore::isCertificate).sorted().toList();
        } catch (IOException e) {
            throw new WindowsException(
                    "cannot list the certificates in " + directory + ": " + e, e);
        }
    }

    private static boolean isCertificate(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file)
                && ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    private static List<X509Certificate> read(Path file) {
        List<X509Certificate> certificates = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            for (Certificate read :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                certificates.add((X509Certificate) read);
            }
        } catch (IOException | CertificateException e) {
            throw new WindowsException(
                    "cannot read certificates from " + file + "; give PEM or DER files: " + e, e);
        }
        if (certificates.isEmpty()) {
            throw new WindowsException(file + " holds no certificate; give PEM or DER files");
        }
        return certificates;
    }
}
