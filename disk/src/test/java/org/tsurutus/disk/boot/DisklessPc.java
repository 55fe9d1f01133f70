package org.tsurutus.disk.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tsurutus.disk.KeptProcess;

/// A QEMU machine without any disk, at a tap of a [LabNetwork]. What it says on its first serial
/// line, firmware included, is kept.
public final class DisklessPc implements AutoCloseable {
    private static final Path OVMF = Path.of("/usr/share/OVMF");

    /// Asks DHCP as a card's PXE would that is not iPXE, and starts what it is told to.
    private static final String PLAIN_PXE =
            """
            #!ipxe
            set net0/user-class PXE
            dhcp
            chain tftp://${next-server}/${filename}
            """;

    /// What starts the machine before anything else does.
    public enum Firmware {
        /// Its card has an iPXE of its own.
        BIOS,
        /// Its card says nothing of iPXE, and loads it.
        BIOS_WITHOUT_IPXE,
        UEFI
    }

    private final Process process;
    private final LogFile serial;
    private final long start = System.nanoTime();

    private DisklessPc(Process process, LogFile serial) {
        this.process = process;
        this.serial = serial;
    }

    /// Switches one on.
    ///
    /// @param order what its disk's specimen is told by the machine's serial number
    /// @param folder for its files
    public static DisklessPc start(
            LabNetwork network, String tap, BootPc pc, Firmware firmware, String order, Path folder)
            throws IOException, InterruptedException {
        Path serial = folder.resolve(pc.name() + "-" + order + ".serial");
        Files.deleteIfExists(serial);
        List<String> words =
                new ArrayList<>(
                        network.inside(
                                "setpriv",
                                "--pdeathsig",
                                "KILL",
                                "qemu-system-x86_64",
                                "-nodefaults",
                                "-no-user-config",
                                "-display",
                                "none",
                                "-cpu",
                                "Nehalem",
                                "-accel",
                                "tcg",
                                "-m",
                                "256",
                                "-smbios",
                                "type=1,serial=" + order,
                                "-serial",
                                "file:" + serial,
                                "-netdev",
                                "tap,id=net,ifname=" + tap + ",script=no,downscript=no"));
        words.addAll(
                switch (firmware) {
                    case BIOS -> bios(pc);
                    case BIOS_WITHOUT_IPXE -> plainBios(pc, folder);
                    case UEFI -> uefi(pc, folder);
                });
        Process process = KeptProcess.start(words, folder.resolve(pc.name() + ".qemu"));
        return new DisklessPc(process, new LogFile(serial, process));
    }

    /// QEMU's card has an iPXE of its own.
    private static List<String> bios(BootPc pc) {
        return List.of(
                "-machine",
                "pc,usb=off,graphics=off",
                "-device",
                "virtio-net-pci,netdev=net,bootindex=0,mac=" + pc.mac());
    }

    private static List<String> plainBios(BootPc pc, Path folder) throws IOException {
        Path script = Files.writeString(folder.resolve(pc.name() + ".ipxe"), PLAIN_PXE);
        return List.of(
                "-machine",
                "pc,usb=off,graphics=off",
                "-kernel",
                "/usr/lib/ipxe/ipxe.lkrn",
                "-initrd",
                script.toString(),
                "-device",
                "virtio-net-pci,netdev=net,romfile=,mac=" + pc.mac());
    }

    /// The card has nothing, so that the firmware's own PXE loads iPXE by TFTP.
    private static List<String> uefi(BootPc pc, Path folder) throws IOException {
        Path variables = folder.resolve(pc.name() + ".vars");
        Files.copy(OVMF.resolve("OVMF_VARS_4M.fd"), variables, StandardCopyOption.REPLACE_EXISTING);
        return List.of(
                "-machine",
                "q35,usb=off",
                "-drive",
                "if=pflash,format=raw,unit=0,readonly=on,file=" + OVMF.resolve("OVMF_CODE_4M.fd"),
                "-drive",
                "if=pflash,format=raw,unit=1,file=" + variables,
                "-device",
                "virtio-net-pci,netdev=net,bootindex=0,romfile=,mac=" + pc.mac());
    }

    /// What it says.
    public LogFile serial() {
        return serial;
    }

    /// Waits until it has switched itself off.
    public void awaitOff(int seconds) throws IOException, InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new AssertionError("the PC is still on:\n" + serial.text());
        }
    }

    /// How long ago it was switched on.
    public Duration age() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /// Switches it off as pulling the plug does.
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
