package org.tsurutus.farm.image;

import java.nio.file.Path;
import java.util.ArrayList;
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
                    "recorder/records.h",
                    "recorder/records.c",
                    "recorder/requests.c",
                    "recorder/files.c",
                    "recorder/sockets.c",
                    "collector/main.c",
                    "collector/files.c",
                    "collector/files.h",
                    "collector/closes.c",
                    "collector/names.c",
                    "collector/counts.c",
                    "collector/counts.h",
                    "collector/counts.bpf.c",
                    "collector/kernel.h",
                    "collector/shared.h",
                    "collector/frames.c",
                    "collector/frames.h",
                    "launcher.c",
                    "remote.c",
                    "shares.c",
                    "initramfs-init",
                    "guest-init",
                    "lan-init",
                    "shares-init",
                    "xorg.conf");

    private static final String KERNEL_PROGRAMS = ".bpf.c";

    private final Path sources;
    private final GuestProfile profile;

    StartFiles(Path sources, GuestProfile profile) {
        this.sources = sources;
        this.profile = profile;
    }

    /// Leaves `initramfs.gz`, `launch.exe` and `tsurusvc.exe` in `folder`.
    ///
    /// @param modules kernel modules with their loading order, as [Kernel] leaves them
    void build(Path modules, Path folder) {
        Path collector = collector(folder);
        Path recorder = recorder(folder);
        Path launcher = windows("launcher.c", folder.resolve("launch.exe"), "-ladvapi32");
        Path remote = windows("remote.c", folder.resolve(GuestImage.REMOTE), "-lws2_32");
        Path shares = folder.resolve("shares");
        Command.of(
                        "gcc",
                        "-O2",
                        "-Wall",
                        "-Werror",
                        "-static",
                        "-s",
                        "-o",
                        shares.toString(),
                        source("shares.c").toString())
                .run();
        Initramfs files =
                new Initramfs(Initramfs.read(source("initramfs-init")))
                        .program("guest-init", source("guest-init"))
                        .program("lan-init", source("lan-init"))
                        .program("shares-init", source("shares-init"))
                        .program("xorg.conf", source("xorg.conf"))
                        .program("collector", collector)
                        .program("recorder.so", recorder)
                        .program("launch.exe", launcher)
                        .program(GuestImage.REMOTE, remote)
                        .program("shares", shares)
                        .folder("modules")
                        .program("modules/" + Kernel.ORDER, modules.resolve(Kernel.ORDER));
        for (String module : Kernel.order(modules)) {
            files.program("modules/" + module, modules.resolve(module));
        }
        files.write(folder.resolve("initramfs.gz"));
    }

    /// A Windows program without a C library.
    private Path windows(String source, Path program, String library) {
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
                        program.toString(),
                        source(source).toString(),
                        "-lkernel32",
                        "-luser32",
                        library)
                .run();
        return program;
    }

    /// The numbers of the requests that are recorded, separated by commas.
    static String requests() {
        return Call.numbers().stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /// It is loaded into the guest's wineserver, which may be a 32-bit program.
    private Path recorder(Path folder) {
        Path recorder = folder.resolve("recorder.so");
        List<String> words =
                new ArrayList<>(
                        List.of(
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
                                recorder.toString()));
        words.addAll(compiled("recorder/"));
        Command.of(words).run();
        return recorder;
    }

    /// The kernel programs are compiled first, because the collector carries them.
    private Path collector(Path folder) {
        Path collector = folder.resolve("collector");
        Path programs = folder.resolve("counts.bpf.o");
        String headers = "/usr/include/" + Command.of("gcc", "-print-multiarch").run().strip();
        Command.of(
                        "clang",
                        "-target",
                        "bpf",
                        "-O2",
                        "-g",
                        "-Wall",
                        "-Werror",
                        "-I" + headers,
                        "-c",
                        "-o",
                        programs.toString(),
                        source("collector/counts.bpf.c").toString())
                .run();
        Command.of("llvm-strip", "-g", programs.toString()).run();
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "gcc",
                                "-O2",
                                "-Wall",
                                "-Werror",
                                "-static",
                                "-s",
                                "-Wa,-I" + folder));
        words.addAll(compiled("collector/"));
        words.addAll(List.of("-o", collector.toString(), "-lbpf", "-lelf", "-lz"));
        Command.of(words).run();
        return collector;
    }

    private List<String> compiled(String folder) {
        return SOURCES.stream()
                .filter(name -> name.startsWith(folder) && name.endsWith(".c"))
                .filter(name -> !name.endsWith(KERNEL_PROGRAMS))
                .map(name -> source(name).toString())
                .toList();
    }

    private Path source(String name) {
        return sources.resolve(name);
    }
}
