package org.tsurutus.farm.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.host.Command;
import org.tsurutus.farm.host.Progress;

/// Builds a guest's root disk: Debian, Wine, a Wine prefix made at native speed in a chroot.
final class RootDisk {
    /// Goes up when a step below changes in a way that its other inputs do not show.
    static final String RECIPE = "2";

    private final GuestProfile profile;
    private final Progress progress;

    RootDisk(GuestProfile profile, Progress progress) {
        this.profile = profile;
        this.progress = progress;
    }

    /// The script that makes the prefix, run as root in the new root file system.
    static String script(String name) {
        try (InputStream in = RootDisk.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the farm module");
            }
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw FarmException.environment("cannot read " + name + ": " + e, e);
        }
    }

    /// Leaves `root.qcow2`, `files.tsv` and `packages.txt` in `folder`.
    ///
    /// @throws FarmException when this user may not make file systems
    void build(Path folder) {
        if (!"root".equals(System.getProperty("user.name"))) {
            throw FarmException.environment(
                    "building the guest image "
                            + profile.label()
                            + " needs root, once: sudo ./tsurutus image build "
                            + profile.label());
        }
        Path tree = folder.resolve("tree");
        step(
                "bootstrapping Debian and Wine (some 260 packages)",
                () -> Debian.bootstrap(profile, tree));
        step("trimming what no guest needs", () -> run("trim.sh", tree));
        step("making the Wine prefix", () -> run("prefix.sh", tree));
        step(
                "hashing the files of drive C",
                () -> FileList.write(tree.resolve("wine/drive_c"), folder.resolve("files.tsv")));
        step("writing the root disk", () -> writeDisk(folder, tree));
        step(
                "tidying up",
                () -> {
                    keepPackages(folder, tree);
                    BuildFolder.delete(tree);
                });
    }

    private void step(String what, Runnable work) {
        try (Progress.Step _ = progress.begin(what)) {
            work.run();
        }
    }

    /// Mounts that the script makes are its own and end with it, even if it is killed.
    private void run(String script, Path tree) {
        Command.of(
                        "unshare",
                        "--mount",
                        "sh",
                        "-euc",
                        script(script),
                        script,
                        tree.toString(),
                        profile.wineArchitecture())
                .called(script)
                .within(Duration.ofMinutes(20))
                .run();
    }

    private static void writeDisk(Path folder, Path tree) {
        Path raw = folder.resolve("root.raw");
        String kilobytes = Command.of("du", "-sk", tree.toString()).run().split("\\s", 2)[0];
        long size = Long.parseLong(kilobytes) * 12 / 10 + 768 * 1024;
        Command.of(
                        "mkfs.ext4",
                        "-q",
                        "-F",
                        "-O",
                        "^has_journal,^metadata_csum",
                        "-m",
                        "0",
                        "-d",
                        tree.toString(),
                        raw.toString(),
                        size + "k")
                .within(Duration.ofMinutes(10))
                .run();
        Command.of(
                        "qemu-img",
                        "convert",
                        "-O",
                        "qcow2",
                        raw.toString(),
                        folder.resolve("root.qcow2").toString())
                .within(Duration.ofMinutes(10))
                .run();
        BuildFolder.delete(raw);
    }

    private static void keepPackages(Path folder, Path tree) {
        try {
            Files.copy(tree.resolve("packages.txt"), folder.resolve("packages.txt"));
        } catch (IOException e) {
            throw FarmException.environment("cannot keep the list of packages: " + e, e);
        }
    }
}
