package org.tsurutus.farm.machine.qemu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.host.Accelerator;
import org.tsurutus.farm.host.Home;
import org.tsurutus.farm.image.BuildFolder;
import org.tsurutus.farm.image.ImageStore;
import org.tsurutus.farm.image.Initramfs;

/// Finds out whether this host really accelerates guests, by booting one. That `/dev/kvm` opens
/// proves nothing: on some hosts a machine is made there and then crawls for ever without an error.
public final class AcceleratorProbe {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String MARK = "TSURUTUS PROBE IS UP";
    private static final String INIT =
            """
            #!/bin/busybox sh
            /bin/busybox mount -t devtmpfs dev /dev
            echo "%s" > /dev/ttyS0
            /bin/busybox poweroff -f
            """
                    .formatted(MARK);

    private AcceleratorProbe() {}

    /// What was found and how.
    ///
    /// @param reason one sentence for people
    public record Finding(Accelerator accelerator, String reason) {}

    /// The accelerator to use: the user's word (`TSURUTUS_ACCEL`), else what was found before, else
    /// a probe.
    ///
    /// @param kernel the kernel to boot
    public static Finding find(Home home, Map<String, String> environment, Path kernel) {
        String word = environment.getOrDefault("TSURUTUS_ACCEL", "");
        if (!word.isBlank()) {
            return new Finding(parse(word), "TSURUTUS_ACCEL says so");
        }
        Path device = Path.of("/dev/kvm");
        if (!Files.isReadable(device) || !Files.isWritable(device)) {
            return new Finding(
                    Accelerator.TCG,
                    Files.exists(device)
                            ? "/dev/kvm may not be used by this user"
                            : "this host has no /dev/kvm");
        }
        Path known = home.findings().resolve("accelerator-" + fingerprint());
        try {
            if (Files.exists(known)) {
                List<String> lines = Files.readAllLines(known);
                return new Finding(parse(lines.get(0)), lines.get(1));
            }
            Finding finding = probe(home, kernel);
            Files.write(known, List.of(finding.accelerator().label(), finding.reason()));
            return finding;
        } catch (IOException e) {
            throw FarmException.environment(
                    "cannot keep what was found out about this host: " + e, e);
        }
    }

    private static Accelerator parse(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "kvm" -> Accelerator.KVM;
            case "tcg" -> Accelerator.TCG;
            default ->
                    throw FarmException.input(
                            "TSURUTUS_ACCEL is \"" + word + "\"; it may be kvm or tcg");
        };
    }

    /// The answer belongs to this kernel and this QEMU.
    private static String fingerprint() {
        String text = System.getProperty("os.version") + ImageStore.qemuVersion();
        return Integer.toHexString(text.hashCode());
    }

    private static Finding probe(Home home, Path kernel) throws IOException {
        Path folder = Files.createTempDirectory(home.findings(), "probe");
        try {
            Path files = folder.resolve("initramfs.gz");
            Path console = folder.resolve("console");
            new Initramfs(INIT.getBytes(StandardCharsets.UTF_8)).write(files);
            List<String> words =
                    List.of(
                            "qemu-system-x86_64",
                            "-nodefaults",
                            "-no-user-config",
                            "-no-reboot",
                            "-display",
                            "none",
                            "-machine",
                            "pc",
                            "-accel",
                            "kvm",
                            "-cpu",
                            "host",
                            "-m",
                            "256",
                            "-kernel",
                            kernel.toString(),
                            "-initrd",
                            files.toString(),
                            "-append",
                            "console=ttyS0 quiet panic=-1",
                            "-serial",
                            "file:" + console,
                            "-nic",
                            "none");
            try (QemuProcess qemu = QemuProcess.start(words, folder)) {
                long deadline = System.nanoTime() + PATIENCE.toNanos();
                while (System.nanoTime() < deadline) {
                    if (Files.exists(console)
                            && Files.readString(console, StandardCharsets.ISO_8859_1)
                                    .contains(MARK)) {
                        return new Finding(Accelerator.KVM, "a probe guest booted with it");
                    }
                    if (!qemu.isAlive()) {
                        return new Finding(
                                Accelerator.TCG, "QEMU cannot use /dev/kvm: " + qemu.said());
                    }
                    Sockets.pause();
                }
                return new Finding(
                        Accelerator.TCG,
                        "/dev/kvm opens, but a probe guest did not come up within "
                                + PATIENCE.toSeconds()
                                + " s");
            }
        } finally {
            BuildFolder.delete(folder);
        }
    }
}
