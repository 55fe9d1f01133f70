package org.tsurutus.farm.machine.qemu;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tsurutus.farm.host.Accelerator;
import org.tsurutus.farm.image.GuestImage;
import org.tsurutus.farm.image.GuestProfile;

/// QEMU's command line for a guest. Whatever a saved state depends on is the same for cold and warm
/// starts.
///
/// The specimen's files reach the guest on a read-only disk and its facts leave it over a serial
/// line; there is no network device. QEMU itself may start no program and take no rights
/// (`-sandbox`).
final class QemuCommand {
    static final String MONITOR = "qmp";
    static final String FACTS = "facts";
    static final String CONTROL = "control";
    static final String MEMORY = "memory";
    static final String SCREEN = "screen";

    static final String ROOT = "root.qcow2";
    static final String SPECIMEN = "specimen.raw";
    static final String SCRATCH = "scratch.qcow2";

    /// What the monitor calls the scratch disk.
    static final String SCRATCH_DRIVE = "scratch";

    /// The guest's computer name, fixed in its saved state.
    static final String COMPUTER = "LAB-PC01";

    private static final long CONTENT_LIMIT = 128L << 20;

    private QemuCommand() {}

    /// The machine that a saved state can go on in, in words that are the same on every host.
    static String hardware() {
        Path there = Path.of("there");
        GuestImage any = new GuestImage(GuestProfile.WINE32, "", there, there, there, true);
        return String.join(" ", words(any, Accelerator.TCG, there, there, there, false));
    }

    /// The words that start a guest.
    ///
    /// @param folder where the sockets and `specimen.raw` are
    /// @param root the root disk's overlay
    /// @param scratch the scratch disk's overlay
    /// @param incoming whether the machine waits for a saved state on the socket `memory`
    static List<String> words(
            GuestImage image,
            Accelerator accelerator,
            Path folder,
            Path root,
            Path scratch,
            boolean incoming) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "qemu-system-x86_64",
                                "-nodefaults",
                                "-no-user-config",
                                "-no-reboot",
                                "-sandbox",
                                "on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny",
                                "-machine",
                                "pc,usb=off,vmport=off",
                                "-smp",
                                "2",
                                "-m",
                                "512",
                                "-kernel",
                                image.kernel().toString(),
                                "-initrd",
                                image.initramfs().toString(),
                                "-append",
                                "console=ttyS0 quiet panic=-1 mitigations=off vga=0x344 tsc=reliable tsurutus.com="
                                        + COMPUTER
                                        + " tsurutus.limit="
                                        + CONTENT_LIMIT
                                        + (image.watched() ? "" : " tsurutus.sensor=off"),
                                "-nic",
                                "none",
                                "-vnc",
                                "unix:" + folder.resolve(SCREEN),
                                "-k",
                                "en-us",
                                "-device",
                                "VGA,vgamem_mb=16",
                                "-serial",
                                "file:" + folder.resolve("console"),
                                "-qmp",
                                "unix:" + folder.resolve(MONITOR) + ",server=on,wait=off"));
        words.addAll(accelerate(accelerator));
        words.addAll(disk("root", root, "format=qcow2,cache=unsafe", ""));
        words.addAll(
                disk(
                        "specimen",
                        folder.resolve(SPECIMEN),
                        "format=raw,readonly=on",
                        ",serial=SPECIMEN"));
        words.addAll(disk(SCRATCH_DRIVE, scratch, "format=qcow2,cache=unsafe", ",serial=SCRATCH"));
        words.addAll(
                List.of(
                        "-device",
                        "virtio-tablet-pci",
                        "-device",
                        "virtio-keyboard-pci",
                        "-device",
                        "virtio-serial-pci"));
        for (String port : List.of(FACTS, CONTROL)) {
            words.addAll(
                    List.of(
                            "-chardev",
                                    "socket,id="
                                            + port
                                            + ",path="
                                            + folder.resolve(port)
                                            + ",server=on,wait=off",
                            "-device", "virtserialport,chardev=" + port + ",name=" + port));
        }
        if (incoming) {
            words.addAll(List.of("-incoming", "unix:" + folder.resolve(MEMORY)));
        }
        return words;
    }

    /// Before version 9.1, QEMU's emulation breaks 32-bit Wine where the guest uses SMAP.
    private static List<String> accelerate(Accelerator accelerator) {
        return switch (accelerator) {
            case KVM -> List.of("-accel", "kvm", "-cpu", "host");
            case TCG -> List.of("-accel", "tcg,thread=multi", "-cpu", "max,-smap");
        };
    }

    private static List<String> disk(String id, Path file, String options, String device) {
        return List.of(
                "-drive", "file=" + file + ",if=none,id=" + id + "," + options,
                "-device", "virtio-blk-pci,drive=" + id + device);
    }
}
