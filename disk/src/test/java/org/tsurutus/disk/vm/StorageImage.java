package org.tsurutus.disk.vm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tsurutus.disk.HostTool;

/// What the storage VM is started from, built once and named by a hash of what it is built from.
public record StorageImage(Path folder) {
    private static final Path ROOT = Path.of(System.getProperty("tsurutus.root"));
    private static final Path SOURCES = ROOT.resolve("guest/storage");
    private static final Path CLIENT = ROOT.resolve("guest/client");
    private static final Path BUILT = ROOT.resolve("disk/target/storage");

    Path kernel() {
        return folder.resolve("vmlinuz");
    }

    Path initramfs() {
        return folder.resolve("initramfs.gz");
    }

    static StorageImage system() throws IOException {
        return new StorageImage(build("system", "build.sh", versions()));
    }

    private static String versions() {
        return HostTool.of(
                        "apt-cache",
                        "policy",
                        "linux-image-cloud-amd64",
                        "busybox-static",
                        "thin-provisioning-tools",
                        "tgt",
                        "qemu-utils",
                        "libc6")
                .run();
    }

    /// A folder with `runtime.ext4`, a disk with a Java runtime and `qemu-img`, and `runtime`, the
    /// same for this host.
    static Path runtime() throws IOException {
        return build("java", "runtime.sh", Runtime.version() + versions());
    }

    /// A disk with this module's classes, as they are now.
    static Path classes() throws IOException {
        return new ClassesDisk(BUILT, ROOT.resolve("disk/target"), runtime()).file();
    }

    private static synchronized Path build(String kind, String script, String versions)
            throws IOException {
        return build(SOURCES, kind, script, versions);
    }

    private static synchronized Path build(
            Path sources, String kind, String script, String versions) throws IOException {
        Path folder = BUILT.resolve(kind + "-" + hash(sources, versions));
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Path building = Files.createDirectories(BUILT).resolve(".building-" + kind);
        HostTool.of("rm", "-rf", building.toString()).run();
        Files.createDirectory(building);
        new HostTool(
                        List.of("sh", sources.resolve(script).toString(), building.toString()),
                        Duration.ofMinutes(5),
                        Map.of("JAVA_HOME", System.getProperty("java.home")))
                .run();
        return Files.move(building, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /// The disk of a PC that starts over the network.
    public static Path client() throws IOException {
        String versions =
                HostTool.of(
                                "apt-cache",
                                "policy",
                                "linux-image-cloud-amd64",
                                "open-iscsi",
                                "busybox-static",
                                "syslinux",
                                "syslinux-efi",
                                "libc6")
                        .run();
        return build(CLIENT, "client", "build.sh", versions).resolve("client.raw");
    }

    private static String hash(Path sources, String versions) throws IOException {
        try (Stream<Path> files = Files.list(sources)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(versions.getBytes(StandardCharsets.UTF_8));
            for (Path file : files.sorted().toList()) {
                digest.update(Files.readAllBytes(file));
            }
            byte[] start = Arrays.copyOf(digest.digest(), 6);
            return HexFormat.of().formatHex(start);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
