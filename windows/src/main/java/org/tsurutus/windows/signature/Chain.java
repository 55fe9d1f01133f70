package org.tsurutus.windows.signature;

import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The way from a certificate up to a trusted root. The certificates in between come with a hostile
/// file, so every step is proven before the next is taken, and the steps are counted: a thicket of
/// certificates that all vouch for each other ends the search and not the host.
final class Chain {
    /// The purpose of signing programs.
    static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";

    /// The purpose of timestamping.
    static final String TIMESTAMPING = "1.3.6.1.5.5.7.3.8";

    private static final String ANY_PURPOSE = "2.5.29.37.0";
    private static final int MOST_LINKS = 10;
    private static final int MOST_STEPS = 256;

    private final TrustStore trust;
    private final List<X509Certificate> strangers;
    private final Instant at;
    private Optional<Flaw> flaw = Optional.empty();
    private int steps;

    private Chain(TrustStore trust, List<X509Certificate> strangers, Instant at) {
        this.trust = trust;
        this.strangers = strangers;
        this.at = at;
    }

    /// Returns when the certificate is to be trusted for a purpose.
    ///
    /// @param strangers certificates that may lie on the way
    /// @param at when all of them must have been valid
    /// @throws Flaw when there is no way to a root, or the best one found does not hold
    static void check(
            X509Certificate leaf,
            List<X509Certificate> strangers,
            TrustStore trust,
            Instant at,
            String purpose)
            throws Flaw {
        Chain chain = new Chain(trust, strangers, at);
        if (trust.roots().contains(leaf)) {
            chain.checkTime(leaf);
            checkPurpose(leaf, purpose);
        } else if (!chain.leadsToRoot(List.of(leaf), purpose)) {
            throw chain.flaw.orElseGet(() ->
                    new Flaw(
                            Reason.UNTRUSTED_ROOT,
                            "no trusted root stands behind the certificate"));
        }
    }

    private boolean leadsToRoot(List<X509Certificate> path, String purpose) {
        X509Certificate last = path.getLast();
        for (X509Certificate root : trust.named(last.getIssuerX500Principal())) {
            if (isIssuedBy(last, root) && holds(path, root, purpose)) {
                return true;
            }
        }
        if (path.size() == MOST_LINKS) {
            return false;
        }
        for (X509Certificate issuer : strangers) {
            if (issuer.getSubjectX500Principal().equals(last.getIssuerX500Principal())
                    && !path.contains(issuer)
                    && isIssuedBy(last, issuer)) {
                List<X509Certificate> longer = new ArrayList<>(path);
                longer.add(issuer);
                if (leadsToRoot(longer, purpose)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isIssuedBy(X509Certificate certificate, X509Certificate issuer) {
        if (steps >= MOST_STEPS) {
            return false;
        }
        steps++;
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    /// Keeps the flaw of the first way found, which is the most direct one.
    private boolean holds(List<X509Certificate> path, X509Certificate root, String purpose) {
        try {
            checkTime(root);
            checkPath(path, root);
            for (X509Certificate certificate : path) {
                checkPurpose(certificate, purpose);
            }
            return true;
        } catch (Flaw found) {
            flaw = flaw.or(() -> Optional.of(found));
            return false;
        }
    }

    private void checkPath(List<X509Certificate> path, X509Certificate root) throws Flaw {
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
            parameters.setRevocationEnabled(false);
            parameters.setPolicyQualifiersRejected(false);
            parameters.setDate(Date.from(at));
            CertPathValidator.getInstance("PKIX")
                    .validate(
                            CertificateFactory.getInstance("X.509").generateCertPath(path),
                            parameters);
        } catch (CertPathValidatorException e) {
            CertPathValidatorException.Reason reason = e.getReason();
            throw new Flaw(
                    reason == CertPathValidatorException.BasicReason.EXPIRED
                            ? Reason.EXPIRED
                            : reason == CertPathValidatorException.BasicReason.NOT_YET_VALID
                                    ? Reason.NOT_YET_VALID
                                    : Reason.BAD_CHAIN,
                    String.valueOf(e.getMessage()));
        } catch (GeneralSecurityException e) {
            throw new Flaw(Reason.BAD_CHAIN, e.toString());
        }
    }

    private void checkTime(X509Certificate certificate) throws Flaw {
        try {
            certificate.checkValidity(Date.from(at));
        } catch (CertificateExpiredException e) {
            throw new Flaw(Reason.EXPIRED, String.valueOf(e.getMessage()));
        } catch (CertificateNotYetValidException e) {
            throw new Flaw(Reason.NOT_YET_VALID, String.valueOf(e.getMessage()));
        }
    }

    /// A certificate that names no purpose is good for all.
    private static void checkPurpose(X509Certificate certificate, String purpose) throws Flaw {
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            if (purposes != null
                    && !purposes.contains(purpose)
                    && !purposes.contains(ANY_PURPOSE)) {
                throw new Flaw(
                        Reason.NOT_CODE_SIGNING, "a certificate is for " + purposes + " only");
            }
        } catch (GeneralSecurityException e) {
            throw Flaw.malformed("a certificate's purposes cannot be read: " + e.getMessage());
        }
    }
}
