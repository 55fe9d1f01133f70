package org.tsurutus.farm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.host.Home;
import org.tsurutus.windows.WindowsException;
import org.tsurutus.windows.signature.TrustStore;

class TrustedRootsTest {
    private static final int JAVAS = TrustStore.system().roots().size();

    @TempDir private Path folder;
    private Home home = new Home(Path.of(""));

    @BeforeEach
    void makeAHome() {
        home = new Home(folder.resolve("home"));
    }

    private static void certificate(Path file, String name) throws Exception {
        Process openssl =
                new ProcessBuilder(
                                "openssl",
                                "req",
                                "-x509",
                                "-newkey",
                                "ec",
                                "-pkeyopt",
                                "ec_paramgen_curve:P-256",
                                "-nodes",
                                "-keyout",
                                file + ".key",
                                "-out",
                                file.toString(),
                                "-subj",
                                "/CN=" + name)
                        .redirectErrorStream(true)
                        .start();
        String said = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(openssl.waitFor()).as(said).isZero();
    }

    @Test
    void javasRootsAreTrustedUnlessMoreAreGiven() {
        TrustStore roots = TrustedRoots.of(home, List.of());

        assertThat(roots.fingerprint()).isEqualTo(TrustStore.system().fingerprint());
        assertThat(home.trust()).isEmptyDirectory();
    }

    @Test
    void theHomesRootsAndThoseOfThisTimeAreAdded() throws Exception {
        certificate(home.trust().resolve("always.pem"), "always");
        certificate(folder.resolve("once.crt"), "once");

        TrustStore roots = TrustedRoots.of(home, List.of(folder.resolve("once.crt")));

        assertThat(roots.roots())
                .hasSize(JAVAS + 2)
                .extracting(X509Certificate::getSubjectX500Principal)
                .extracting(Object::toString)
                .contains("CN=always", "CN=once");
    }

    @Test
    void aFolderWithoutCertificatesAndAFileThatIsNoneAreRefused() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Path text = Files.writeString(folder.resolve("text.pem"), "no certificate");

        assertThatThrownBy(() -> TrustedRoots.of(home, List.of(empty)))
                .isInstanceOf(FarmException.class)
                .hasMessageContaining(empty + " holds no .pem, .crt, .cer or .der file");
        assertThatThrownBy(() -> TrustedRoots.of(home, List.of(text)))
                .isInstanceOf(WindowsException.class)
                .hasMessageContaining(text.toString());
    }
}
