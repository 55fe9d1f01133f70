package org.tsurutus.disk.vm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.tsurutus.disk.Hashes;
import org.tsurutus.disk.HostTool;
import org.tsurutus.disk.Leftovers;
import org.tsurutus.disk.ScratchDisk;

/// The disk with this module's classes, its tests' and the library that they read JSON with, and an
/// archive of what they become in memory: without it Java starts in twice the time.
///
/// @param built where it is kept, under a name of a hash of what is in it
/// @param target where the classes are
/// @param runtime see [StorageImage#runtime]
record ClassesDisk(Path built, Path target, Path runtime) {
    /// What the class path is in the VM, where the disk is mounted at `/classes`.
    static final String CLASS_PATH =
            "/classes/disk.jar:/classes/jackson-annotations.jar:/classes/jackson-core.jar"
                    + ":/classes/jackson-databind.jar";

    /// How Java is started there, and when the archive is made.
    static final String OPTIONS = "-Xmx96m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

    private static final String PREFIX = "classes-";

    Path file() throws IOException {
        synchronized (ClassesDisk.class) {
            Path folder = built.resolve(PREFIX + hash());
            if (!Files.isDirectory(folder)) {
                Path building = built.resolve(".building-classes");
                Leftovers.delete(building);
                Leftovers.delete(built.resolve(".learning"));
                fill(Files.createDirectories(building.resolve("classes")));
                makeDisk(building);
                forgetOthers();
                Files.move(building, folder, StandardCopyOption.ATOMIC_MOVE);
            }
            return folder.resolve("classes.ext4");
        }
    }

    private void fill(Path staged) throws IOException {
        HostTool.of(
                        Path.of(System.getProperty("java.home"), "bin/jar").toString(),
                        "--create",
                        "--file",
                        staged.resolve("disk.jar").toString(),
                        "-C",
                        target.resolve("classes").toString(),
                        ".",
                        "-C",
                        target.resolve("test-classes").toString(),
                        ".")
                .run();
        for (String entry : System.getProperty("java.class.path").split(":")) {
            Path jar = Path.of(entry);
            String name = jar.getFileName().toString();
            if (name.startsWith("jackson-")) {
                Files.copy(jar, staged.resolve(name.replaceFirst("-[0-9.]+\\.jar$", ".jar")));
            }
        }
        archive(staged);
    }

    /// What these orders load is archived. A host without a device mapper refuses the first.
    private void archive(Path staged) throws IOException {
        Path home = Files.createDirectory(built.resolve(".learning"));
        try {
            ScratchDisk.create(home.resolve("golden.raw"));
            Path orders = Files.writeString(home.resolve("orders"), "ready\nlearn " + home + "\n");
            List<String> words = new ArrayList<>();
            words.add("exec 0< " + orders + " " + runtime.resolve("runtime/bin/java"));
            words.add("-XX:ArchiveClassesAtExit=" + staged.resolve("classes.jsa"));
            words.add(OPTIONS);
            words.add("-cp " + CLASS_PATH.replace("/classes/", staged + "/"));
            words.add(Operator.class.getName());
            HostTool.of("sh", "-c", String.join(" ", words)).run();
        } finally {
            Leftovers.delete(home);
        }
    }

    private static void makeDisk(Path building) {
        String disk = building.resolve("classes.ext4").toString();
        HostTool.of("truncate", "-s", "32M", disk).run();
        HostTool.of(
                        "mke2fs",
                        "-q",
                        "-t",
                        "ext4",
                        "-O",
                        "^has_journal",
                        "-d",
                        building.resolve("classes").toString(),
                        disk)
                .run();
    }

    /// Those that other classes were in; a VM that has one keeps it.
    private void forgetOthers() throws IOException {
        try (Stream<Path> files = Files.list(built)) {
            files.filter(file -> String.valueOf(file.getFileName()).startsWith(PREFIX))
                    .forEach(Leftovers::delete);
        }
    }

    private String hash() throws IOException {
        MessageDigest digest = Hashes.sha256();
        digest.update(runtime.toString().getBytes());
        for (String classes : List.of("classes", "test-classes")) {
            try (Stream<Path> files = Files.walk(target.resolve(classes))) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    digest.update(Files.readAllBytes(file));
                }
            }
        }
        return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), 6));
    }
}
