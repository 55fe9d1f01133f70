package org.tsurutus.network.answer;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/// One key, and a certificate for it under every name: the alias is the name.
final class NamedKeys extends X509ExtendedKeyManager {
    private static final String RSA = "RSA";

    private final CertificateMaker maker;
    private final PrivateKey key;

    NamedKeys(CertificateMaker maker, PrivateKey key) {
        this.maker = maker;
        this.key = key;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, SSLEngine engine) {
        if (!keyType.startsWith(RSA)) {
            return null;
        }
        return CertificateAuthority.nameOf(engine)
                .orElseGet(() -> Optional.ofNullable(engine.getPeerHost()).orElse("server"));
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return maker.chain(alias);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return key;
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
