package org.tsurutus.farm.machine.qemu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tsurutus.farm.FarmException;

/// The user that a QEMU runs as. A controller that is root gives its machines to `nobody`, so that
/// an escape from the emulator is not an escape to root. That needs folders that everybody may pass
/// through.
public final class QemuUser {
    private static final String NOBODY = "nobody";
    private static final Path KVM = Path.of("/dev/kvm");

    private final Optional<UserPrincipal> other;

    private QemuUser(Optional<UserPrincipal> other) {
        this.other = other;
    }

    /// The user for machines whose files lie in `folder`.
    public static QemuUser of(Path folder) {
        if (!"root".equals(System.getProperty("user.name")) || !isPassable(folder)) {
            return new QemuUser(Optional.empty());
        }
        try {
            return new QemuUser(
                    Optional.of(
                            folder.getFileSystem()
                                    .getUserPrincipalLookupService()
                                    .lookupPrincipalByName(NOBODY)));
        } catch (IOException | UnsupportedOperationException _) {
            return new QemuUser(Optional.empty());
        }
    }

    private static boolean isPassable(Path folder) {
        try {
            for (Path at = folder.toRealPath(); at != null; at = at.getParent()) {
                if (!Files.getPosixFilePermissions(at)
                        .contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    return false;
                }
            }
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /// The user's name, for people.
    public String label() {
        return other.isPresent() ? NOBODY : System.getProperty("user.name");
    }

    /// The words of `setpriv` that make a program run as this user and end with the thread that
    /// starts it.
    List<String> guard() {
        List<String> words =
                new ArrayList<>(List.of("setpriv", "--pdeathsig", "KILL", "--no-new-privs"));
        if (other.isPresent()) {
            words.addAll(List.of("--reuid", NOBODY, "--regid", "nogroup"));
            words.add(Files.exists(KVM) ? "--groups=" + group(KVM) : "--clear-groups");
        }
        words.add("--");
        return words;
    }

    private static int group(Path file) {
        try {
            return (Integer) Files.getAttribute(file, "unix:gid");
        } catch (IOException e) {
            throw FarmException.environment("cannot read the group of " + file + ": " + e, e);
        }
    }

    /// Gives a file to this user, and nothing else of its folder.
    void ownFile(Path file) {
        if (other.isEmpty()) {
            return;
        }
        try {
            Files.setOwner(file, other.get());
        } catch (IOException e) {
            throw FarmException.environment("cannot give " + file + " to " + NOBODY + ": " + e, e);
        }
    }

    /// Gives the folder and the files in it to this user.
    void own(Path folder) {
        if (other.isEmpty()) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            Files.setOwner(folder, other.get());
            for (Path file :
                    files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                            .toList()) {
                Files.setOwner(file, other.get());
            }
        } catch (IOException e) {
            throw FarmException.environment(
                    "cannot give " + folder + " to " + NOBODY + ": " + e, e);
        }
    }
}
