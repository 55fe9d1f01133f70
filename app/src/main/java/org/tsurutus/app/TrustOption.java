package org.tsurutus.app;

import java.nio.file.Path;
import java.util.List;
import org.tsurutus.farm.host.Home;
import org.tsurutus.farm.run.TrustedRoots;
import org.tsurutus.windows.signature.TrustStore;
import picocli.CommandLine.Option;

/// Whom signatures are believed by.
final class TrustOption {
    @Option(
            names = "--trust",
            paramLabel = "PATH",
            description =
                    "root certificates (PEM or DER), or a folder of them, that signatures are also believed by; doctor says who else is")
    List<Path> paths = List.of();

    TrustStore roots(Home home) {
        return TrustedRoots.of(home, paths);
    }
}
