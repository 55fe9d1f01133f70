package org.tsurutus.windows.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.windows.WindowsException;

class TrustStoreTest {
    @TempDir private Path directory;
    private Identity one;
    private Identity two;

    @BeforeEach
    void makeRoots() throws Exception {
        KeyPair key = Identity.newKey("EC", 256);
        one = Identity.selfSigned(Identity.authority("CN=One"), key);
        two = Identity.selfSigned(Identity.authority("CN=Two"), key);
    }

    @Test
    void filesMayHoldSeveralCertificatesOrOneInBinary() throws Exception {
        Path both = Identity.writeCertificates(directory.resolve("both.txt"), one, two);
        Path binary = Files.write(directory.resolve("one.der"), one.certificate().getEncoded());

        assertThat(TrustStore.of(both).roots())
                .containsExactly(one.certificate(), two.certificate());
        assertThat(TrustStore.of(binary, both).roots())
                .containsExactly(one.certificate(), two.certificate());
    }

    @Test
    void ofADirectoryItTakesTheFilesNamedAsCertificates() throws Exception {
        Identity.writeCertificates(directory.resolve("a.PEM"), one);
        Files.writeString(directory.resolve("README"), "Our roots.");

        assertThat(TrustStore.of(directory).roots()).containsExactly(one.certificate());
    }

    @Test
    void aFileThatHoldsNoCertificateIsNamed() throws Exception {
        Path text = Files.writeString(directory.resolve("roots.pem"), "nothing here");
        Path empty = Files.writeString(directory.resolve("empty.pem"), "");

        assertThatThrownBy(() -> TrustStore.of(text))
                .isInstanceOf(WindowsException.class)
                .hasMessageContaining(text.toString())
                .hasMessageContaining("PEM or DER");
        assertThatThrownBy(() -> TrustStore.of(empty)).hasMessageContaining("no certificate");
        assertThatThrownBy(() -> TrustStore.of(directory.resolve("missing.pem")))
                .hasMessageContaining("missing.pem");
    }

    @Test
    void twoTogetherTrustWhomEitherTrusts() throws Exception {
        TrustStore first =
                TrustStore.of(Identity.writeCertificates(directory.resolve("a.pem"), one));
        TrustStore second =
                TrustStore.of(Identity.writeCertificates(directory.resolve("b.pem"), two, one));

        assertThat(first.and(second).roots()).containsExactly(one.certificate(), two.certificate());
        assertThat(first.and(TrustStore.empty()).roots()).isEqualTo(first.roots());
    }

    @Test
    void theFingerprintNamesTheSetWhateverItsOrder() throws Exception {
        TrustStore first =
                TrustStore.of(Identity.writeCertificates(directory.resolve("a.pem"), one));
        TrustStore second =
                TrustStore.of(Identity.writeCertificates(directory.resolve("b.pem"), two));

        assertThat(first.and(second).fingerprint())
                .matches("[0-9a-f]{12}")
                .isEqualTo(second.and(first).fingerprint())
                .isNotEqualTo(first.fingerprint());
    }

    @Test
    void javaKnowsAuthoritiesOfItsOwn() {
        assertThat(TrustStore.system().roots()).hasSizeGreaterThan(50);
        assertThat(TrustStore.empty().roots()).isEmpty();
    }
}
