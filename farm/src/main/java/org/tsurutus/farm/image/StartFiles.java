package org.tsurutus.farm.image;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.tsurutus.farm.host.Command;
import org.tsurutus.sensor.trace.Call;

/// Builds what may change without building a root disk: the collector, the launcher and the guest's
/// scripts, packed as an initramfs that puts them into the root disk as it starts.
final class StartFiles {
    /// The files of `guest/` that go into it.
    static final List<String> SOURCES =
            List.of(
                    "collector.c",
                    "recorder.c",
                    "launcher.c",
                    "initramfs-init",
                    "guest-init",
                    "xorg.conf");

    private final Path sources;
    private final GuestProfile profile;

    StartFiles(Path sources, GuestProfile profile) {
        this.sources = sources;
        this.profile = profile;
    }

    /// Leaves `initramfs.gz` and `launch.exe` in `folder`.
    ///
    /// @param modules kernel modules with their loading order, as [Kernel] leaves them
    void build(Path modules, Path folder) {
        Path collector = folder.resolve("collector");
        Path recorder = folder.resolve("recorder.so");
        Path launcher = folder.resolve("launch.exe");
        Command.of(
                        "gcc",
                        "-O2",
                        "-Wall",
                        "-Werror",
                        "-static",
                        "-s",
                        "-o",
                        collector.toString(),
                        source("collector.c").toString())
                .run();
        Command.of(
                        profile.unixCompiler(),
                        "-O2",
                        "-Wall",
                        "-Werror",
                        "-shared",
                        "-fPIC",
                        "-s",
                        "-D_FILE_OFFSET_BITS=64",
                        "-DREQUESTS=" + requests(),
                        "-o",
                        recorder.toString(),
                        source("recorder.c").toString())
                .run();
        Command.of(
                        profile.compiler() + "-gcc",
                        "-Os",
                        "-s",
                        "-Wall",
                        "-Werror",
                        "-nostdlib",
                        "-mwindows",
                        "-Wl,--no-insert-timestamp",
                        "-e",
                        profile == GuestProfile.WINE32 ? "_entry@0" : "entry",
                        "-o",
                        launcher.toString(),
                        source("launcher.c").toString(),
                        "-lkernel32",
                        "-luser32")
                .run();
        Initramfs files =
                new Initramfs(Initramfs.read(source("initramfs-init")))
                        .program("guest-init", source("guest-init"))
                        .program("xorg.conf", source("xorg.conf"))
                        .program("collector", collector)
                        .program("recorder.so", recorder)
                        .program("launch.exe", launcher)
                        .folder("modules")
                        .program("modules/" + Kernel.ORDER, modules.resolve(Kernel.ORDER));
        for (String module : Kernel.order(modules)) {
            files.program("modules/" + module, modules.resolve(module));
        }
        files.write(folder.resolve("initramfs.gz"));
    }

    /// The numbers of the requests that are recorded, separated by commas.
    static String requests() {
        return Call.numbers().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private Path source(String name) {
        return sources.resolve(name);
    }
}
