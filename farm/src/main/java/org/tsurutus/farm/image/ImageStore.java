package org.tsurutus.farm.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tsurutus.disk.ScratchDisk;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.host.Command;
import org.tsurutus.farm.host.Home;
import org.tsurutus.farm.host.Progress;

/// The guest images of this host. An image is named by a hash of what it is made from, so a changed
/// input makes a new one beside the old.
public final class ImageStore {
    private final Home home;
    private final Path sources;
    private final String hardware;
    private final boolean watched;
    private final Progress progress;

    /// A store in the home folder.
    ///
    /// @param sources the checkout's `guest/` folder
    /// @param hardware the machine that its saved states go on in
    /// @param watched whether its guests are watched by the sensor
    public ImageStore(
            Home home, Path sources, String hardware, boolean watched, Progress progress) {
        this.home = home;
        this.sources = sources;
        this.hardware = hardware;
        this.watched = watched;
        this.progress = progress;
    }

    /// The image for the current inputs, built if it is not there.
    public GuestImage image(GuestProfile profile) {
        GuestImage wanted = wanted(profile);
        kernel();
        BuildFolder.once(wanted.folder(), building -> buildRoot(profile, building));
        BuildFolder.once(
                wanted.boot(),
                building ->
                        new StartFiles(sources, profile)
                                .build(kernel().resolve("modules"), building));
        return wanted;
    }

    /// The kernel's folder, with `vmlinuz` and `modules/`; fetched if it is not there.
    public Path kernel() {
        String name = Debian.kernelPackage();
        return BuildFolder.once(
                kernelFolder(),
                building -> {
                    try (Progress.Step _ = progress.begin("fetching the guest's kernel")) {
                        Kernel.build(name, building);
                    }
                });
    }

    /// Whether [#image] would have nothing to build.
    public boolean isBuilt(GuestProfile profile) {
        GuestImage wanted = wanted(profile);
        return Files.isDirectory(wanted.folder()) && Files.isDirectory(wanted.boot());
    }

    /// Removes the image for the current inputs, so that the next use builds it again.
    public void forget(GuestProfile profile) {
        BuildFolder.delete(wanted(profile).folder());
    }

    /// Removes what no current input leads to: old root disks, old start files with their saved
    /// states, old kernels, old examples. Nothing may be running.
    ///
    /// @param examples the folder of the current examples
    /// @return the folders that were removed
    public List<Path> prune(Path examples) {
        Set<Path> current = new HashSet<>(Set.of(examples, kernelFolder()));
        for (GuestProfile profile : GuestProfile.values()) {
            current.add(wanted(profile).folder());
            current.add(wanted(profile).boot());
        }
        List<Path> old = new ArrayList<>(folders());
        for (GuestProfile profile : GuestProfile.values()) {
            old.addAll(bootFolders(wanted(profile).folder()));
        }
        old.removeAll(current);
        old.forEach(BuildFolder::delete);
        return old;
    }

    private static List<Path> bootFolders(Path image) {
        if (!Files.isDirectory(image)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(image)) {
            return children.filter(child -> String.valueOf(child.getFileName()).startsWith("boot-"))
                    .toList();
        } catch (IOException e) {
            throw FarmException.environment("cannot list " + image + ": " + e, e);
        }
    }

    /// The folders of all images on this host, current or not.
    public List<Path> folders() {
        try (Stream<Path> folders = Files.list(home.images())) {
            return folders.filter(Files::isDirectory)
                    .filter(folder -> !String.valueOf(folder.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw FarmException.environment("cannot list " + home.images() + ": " + e, e);
        }
    }

    GuestImage wanted(GuestProfile profile) {
        String rootHash = rootHash(profile);
        Path folder = home.images().resolve(profile.label() + "-" + rootHash);
        String bootHash = bootHash(rootHash);
        return new GuestImage(
                profile,
                bootHash,
                folder,
                folder.resolve("boot-" + bootHash),
                kernelFolder(),
                watched);
    }

    private Path kernelFolder() {
        return home.images().resolve(Kernel.folder(Debian.kernelPackage()));
    }

    private void buildRoot(GuestProfile profile, Path folder) {
        new RootDisk(profile, progress).build(folder);
        ScratchDisk.create(folder.resolve("scratch.raw"));
    }

    private static String rootHash(GuestProfile profile) {
        InputHash hash =
                new InputHash()
                        .add("recipe", RootDisk.RECIPE)
                        .add("release", Debian.RELEASE)
                        .add("architectures", profile.architectures().toString())
                        .add("trim", RootDisk.script("trim.sh"))
                        .add("prefix", RootDisk.script("prefix.sh"));
        for (String name : profile.packages()) {
            hash.add("package", name);
        }
        return hash.add("wine", Debian.candidate("wine")).name();
    }

    /// A saved state belongs to one machine of one QEMU version, so these are inputs too.
    private String bootHash(String rootHash) {
        InputHash hash =
                new InputHash()
                        .add("root", rootHash)
                        .add("kernel", Kernel.folder(Debian.kernelPackage()))
                        .add("requests", StartFiles.requests())
                        .add("watched", String.valueOf(watched))
                        .add("hardware", hardware)
                        .add("qemu", qemuVersion());
        List<String> names = new ArrayList<>(StartFiles.SOURCES);
        names.forEach(name -> hash.add(sources.resolve(name)));
        return hash.name();
    }

    /// The first line of `qemu-system-x86_64 --version`.
    public static String qemuVersion() {
        return Command.of("qemu-system-x86_64", "--version")
                .run()
                .lines()
                .findFirst()
                .orElse("unknown");
    }
}
