package org.tsurutus.farm.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.tsurutus.farm.FarmException;

/// The folder that outlives a checkout: guest images, leases and what was found out about the host.
///
/// @param path `$TSURUTUS_HOME`; else for root `/var/lib/tsurutus`, for others
///   `$XDG_DATA_HOME/tsurutus` or `~/.local/share/tsurutus`
public record Home(Path path) {

    /// The home that the environment names.
    public static Home of(Map<String, String> environment) {
        String own = environment.getOrDefault("TSURUTUS_HOME", "");
        if (!own.isBlank()) {
            return new Home(Path.of(own).toAbsolutePath().normalize());
        }
        if ("root".equals(System.getProperty("user.name"))) {
            return new Home(Path.of("/var/lib/tsurutus"));
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        Path base =
                data.isBlank()
                        ? Path.of(System.getProperty("user.home"), ".local", "share")
                        : Path.of(data);
        return new Home(base.resolve("tsurutus").toAbsolutePath().normalize());
    }

    /// Guest images, each named by profile and a hash of its inputs.
    public Path images() {
        return folder("images");
    }

    /// One folder for every lease that is held, or was held by a controller that died.
    public Path leases() {
        return folder("leases");
    }

    /// The store of the PCs' disks and the journal of who had which.
    public Path disks() {
        return folder("disks");
    }

    /// Answers about this host that are costly to find out.
    public Path findings() {
        return folder("host");
    }

    /// Root certificates that signatures are believed by, beside those that Java knows.
    public Path trust() {
        return folder("trust");
    }

    /// What this machine gives to networks of runs: `gateways.toml`, if there is a way out, and who
    /// says that our answers are whom PCs call.
    public Path network() {
        return folder("network");
    }

    private Path folder(String name) {
        Path folder = path.resolve(name);
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw FarmException.environment(
                    "cannot make "
                            + folder
                            + " ("
                            + e
                            + "); set TSURUTUS_HOME to a folder that can be written",
                    e);
        }
    }
}
