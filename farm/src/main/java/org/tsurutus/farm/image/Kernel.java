package org.tsurutus.farm.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.host.Command;

/// Debian's generic kernel and the few modules that a guest loads. The cloud kernel will not do: it
/// has no VESA frame buffer.
final class Kernel {
    /// The file that names the modules, one a line, in loading order.
    static final String ORDER = "order";

    /// What a PC needs to start, then what it needs on a LAN: its card, shares of others, and the
    /// ciphers that those ask the kernel for by name.
    private static final List<String> NEEDED =
            List.of(
                    "virtio_pci",
                    "virtio_blk",
                    "ext4",
                    "virtio_console",
                    "virtio_input",
                    "evdev",
                    "virtio_net",
                    "autofs4",
                    "cifs",
                    "nls_utf8",
                    "md4",
                    "cmac",
                    "ccm",
                    "gcm",
                    "hmac",
                    "md5",
                    "sha512_generic");

    private Kernel() {}

    /// The folder of a kernel with these modules.
    static String folder(String packageName) {
        return packageName + "-" + new InputHash().add("modules", NEEDED.toString()).name();
    }

    /// Leaves `vmlinuz` and `modules/` in `folder`.
    static void build(String packageName, Path folder) {
        Path unpacked = folder.resolve("kernel");
        try {
            Path work = Files.createDirectories(folder.resolve("download"));
            Debian.unpack(packageName, work, unpacked);
            Path modules = Files.createDirectories(folder.resolve("modules"));
            String version = only(unpacked.resolve("lib/modules"));
            Files.copy(unpacked.resolve("boot/vmlinuz-" + version), folder.resolve("vmlinuz"));
            Command.of("depmod", "-b", unpacked.toString(), version).run();
            Set<Path> files = new LinkedHashSet<>();
            for (String needed : NEEDED) {
                Command.of(
                                "modprobe",
                                "-d",
                                unpacked.toString(),
                                "-S",
                                version,
                                "--show-depends",
                                needed)
                        .run()
                        .lines()
                        .filter(line -> line.startsWith("insmod "))
                        .forEach(line ->
                                files.add(Path.of(line.substring("insmod ".length()).strip())));
            }
            StringBuilder order = new StringBuilder();
            for (Path file : files) {
                Files.copy(file, modules.resolve(file.getFileName()));
                order.append(file.getFileName()).append('\n');
            }
            Files.writeString(modules.resolve(ORDER), order);
            BuildFolder.delete(unpacked);
            BuildFolder.delete(work);
        } catch (IOException e) {
            throw FarmException.environment("cannot unpack " + packageName + ": " + e, e);
        }
    }

    /// The modules of a folder in loading order.
    static List<String> order(Path modules) {
        try {
            return Files.readAllLines(modules.resolve(ORDER));
        } catch (IOException e) {
            throw FarmException.environment(
                    "cannot read the kernel modules in " + modules + ": " + e, e);
        }
    }

    private static String only(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(child -> String.valueOf(child.getFileName()))
                    .findFirst()
                    .orElseThrow(() -> FarmException.environment(folder + " is empty"));
        }
    }
}
