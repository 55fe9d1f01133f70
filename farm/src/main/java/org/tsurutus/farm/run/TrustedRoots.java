package org.tsurutus.farm.run;

import java.nio.file.Path;
import java.util.List;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.host.Home;
import org.tsurutus.windows.signature.TrustStore;

/// Whom signatures of files are believed by: whom Java trusts, whom the lab's user trusts always
/// (see [Home#trust]) and whom the user trusts this time.
public final class TrustedRoots {
    private TrustedRoots() {}

    /// All of them together.
    ///
    /// @param more files with certificates, PEM or DER, and folders of such files
    /// @throws FarmException when a folder among `more` holds none
    /// @throws org.tsurutus.windows.WindowsException naming a file that cannot be read
    public static TrustStore of(Home home, List<Path> more) {
        TrustStore all = TrustStore.system().and(TrustStore.of(home.trust()));
        for (Path path : more) {
            TrustStore added = TrustStore.of(path);
            if (added.roots().isEmpty()) {
                throw FarmException.input(
                        path + " holds no .pem, .crt, .cer or .der file; name one that does");
            }
            all = all.and(added);
        }
        return all;
    }
}
