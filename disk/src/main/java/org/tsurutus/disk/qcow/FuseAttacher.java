package org.tsurutus.disk.qcow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.HostTool;
import org.tsurutus.disk.ImageFormat;
import org.tsurutus.disk.Milestones;
import org.tsurutus.disk.store.Attachment;
import org.tsurutus.disk.store.DiskName;

/// Hands out a raw file behind which `qemu-storage-daemon` keeps the overlay (FUSE), so that a
/// target such as tgt can export it on hosts without device-mapper.
final class FuseAttacher implements Attacher {
    private static final Path MOUNTS = Path.of("/proc/self/mountinfo");
    private static final int MOUNT_POINT = 4;
    private static final String PID = ".pid";

    private final Path folder;
    private final boolean isLasting;
    private final Milestones milestones;

    /// @param folder where the raw files appear
    /// @param isLasting whether they stay when the controller ends
    FuseAttacher(Path folder, boolean isLasting, Milestones milestones) {
        this.folder = folder;
        this.isLasting = isLasting;
        this.milestones = milestones;
    }

    @Override
    public Attachment attach(DiskName disk, List<Image> layers) {
        Path export = export(disk);
        if (isMounted(export) && daemon(export).isPresent()) {
            return raw(export);
        }
        release(export);
        try {
            Files.createFile(export);
        } catch (IOException e) {
            throw new DiskException("cannot make " + export + ": " + e, e);
        }
        milestones.reached("the place of an export is made");
        List<String> options =
                List.of(
                        "--blockdev",
                        Image.device(layers, true).put("node-name", "disk").toString(),
                        "--export",
                        "type=fuse,id=disk,node-name=disk,writable=on,mountpoint="
                                + export.toString().replace(",", ",,"));
        DaemonProcess _ =
                isLasting
                        ? DaemonProcess.startLasting(options, export)
                        : DaemonProcess.start(options, export);
        milestones.reached("an export is served");
        return raw(export);
    }

    private static Attachment raw(Path export) {
        return new Attachment(export, ImageFormat.RAW);
    }

    @Override
    public void detach(DiskName disk) {
        release(export(disk));
    }

    @Override
    public Optional<Attachment> attached(DiskName disk) {
        Path export = export(disk);
        return isMounted(export) ? Optional.of(raw(export)) : Optional.empty();
    }

    @Override
    public List<String> sweep() {
        List<String> removed = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                boolean isExport = !name.endsWith(PID) && !name.endsWith(".log");
                if (isExport && isMounted(file) && daemon(file).isEmpty()) {
                    release(file);
                    removed.add("the export " + file + ", whose daemon is dead");
                }
            }
        } catch (IOException e) {
            throw new DiskException("cannot look for dead exports in " + folder + ": " + e, e);
        }
        return removed;
    }

    private Path export(DiskName disk) {
        return folder.resolve(disk.text());
    }

    /// A daemon that is told to end takes its mount along; one that was killed leaves it.
    private void release(Path export) {
        daemon(export).ifPresent(DaemonProcess::end);
        milestones.reached("an export's daemon has ended");
        if (isMounted(export)) {
            unmount(export);
        }
        try {
            Files.deleteIfExists(export);
            Files.deleteIfExists(DaemonProcess.sibling(export, PID));
            Files.deleteIfExists(DaemonProcess.sibling(export, ".log"));
        } catch (IOException e) {
            throw new DiskException("cannot remove the export " + export + ": " + e, e);
        }
    }

    /// The daemon that serves this export, also one whose controller died before it wrote its
    /// number down.
    private static Optional<ProcessHandle> daemon(Path export) {
        return ProcessHandle.allProcesses().filter(process -> serves(process, export)).findFirst();
    }

    private static boolean serves(ProcessHandle process, Path export) {
        try {
            String words =
                    Files.readString(
                            Path.of("/proc", Long.toString(process.pid()), "cmdline"),
                            StandardCharsets.ISO_8859_1);
            return words.contains(DaemonProcess.PROGRAM)
                    && words.contains("--pidfile\0" + DaemonProcess.sibling(export, PID) + "\0");
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean isMounted(Path export) {
        try {
            return Files.readAllLines(MOUNTS).stream()
                    .map(line -> line.split(" ", -1)[MOUNT_POINT].replace("\\040", " "))
                    .anyMatch(export.toString()::equals);
        } catch (IOException e) {
            throw new DiskException("cannot read " + MOUNTS + ": " + e, e);
        }
    }

    private static void unmount(Path export) {
        HostTool.of("fusermount3", "-u", "--", export.toString()).run();
    }
}
