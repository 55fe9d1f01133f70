package org.tsurutus.sensor.wine;

import java.util.Optional;

/// Where the guest's kernel sees drive `C:`, and beside it, in `dosdevices/unc`, what other PCs
/// share. The wineserver names it through a symbolic link beside it, `dosdevices/c:`, the kernel by
/// its real name; here both become the real name.
public final class DriveC {
    private final String root;
    private final String link;
    private final String shares;

    /// @param root the drive's unix directory with a closing slash, such as `/wine/drive_c/`
    public DriveC(String root) {
        this.root = root;
        int parent = root.lastIndexOf('/', root.length() - 2);
        this.link = root.substring(0, parent + 1) + "dosdevices/c:";
        this.shares = root.substring(0, parent + 1) + "dosdevices/unc/";
    }

    /// The real name of a unix path, without a closing slash.
    public String normalise(String unixPath) {
        String path = unixPath;
        if (path.startsWith(link)
                && (path.length() == link.length() || path.charAt(link.length()) == '/')) {
            String below = path.substring(link.length());
            path = root + (below.isEmpty() ? "" : below.substring(1));
        }
        return path.length() > 1 && path.endsWith("/")
                ? path.substring(0, path.length() - 1)
                : path;
    }

    /// Whether a normalised unix path lies on the drive.
    public boolean holds(String unixPath) {
        return unixPath.startsWith(root);
    }

    /// Whether a normalised unix path lies on another PC's share.
    public boolean shares(String unixPath) {
        return unixPath.startsWith(shares);
    }

    /// The Windows path of a normalised unix path, if it lies on the drive or on a share.
    public Optional<String> windowsPath(String unixPath) {
        if (shares(unixPath)) {
            return Optional.of("\\\\" + unixPath.substring(shares.length()).replace('/', '\\'));
        }
        return holds(unixPath)
                ? Optional.of("C:\\" + unixPath.substring(root.length()).replace('/', '\\'))
                : Optional.empty();
    }
}
