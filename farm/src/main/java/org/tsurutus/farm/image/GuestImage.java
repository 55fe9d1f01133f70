package org.tsurutus.farm.image;

import java.nio.file.Files;
import java.nio.file.Path;

/// A built guest, as files.
///
/// @param profile what kind of guest
/// @param hash the first twelve hex digits of the hash of all its inputs
/// @param folder the root disk's folder; its contents never change
/// @param boot the folder of the start files, inside `folder`
/// @param kernelFolder the Linux kernel and its modules, in a folder named for Debian's package
/// @param watched whether the sensor watches it; one that is not shows what watching costs
public record GuestImage(
        GuestProfile profile,
        String hash,
        Path folder,
        Path boot,
        Path kernelFolder,
        boolean watched) {

    /// The service host's program, in the guest's `C:\windows\system32`.
    static final String REMOTE = "tsurusvc.exe";

    /// The Linux kernel.
    public Path kernel() {
        return kernelFolder.resolve("vmlinuz");
    }

    /// The root disk, qcow2, never written to.
    public Path root() {
        return folder.resolve("root.qcow2");
    }

    /// The scratch disk, raw, never written to.
    public Path scratch() {
        return folder.resolve("scratch.raw");
    }

    /// Every file of drive C with its hashes, as [FileList] writes it.
    public Path files() {
        return folder.resolve("files.tsv");
    }

    /// Versions of the packages inside.
    public Path packages() {
        return folder.resolve("packages.txt");
    }

    /// The start files as an initramfs.
    public Path initramfs() {
        return boot.resolve("initramfs.gz");
    }

    /// The launcher as the guest finds it.
    public Path launcher() {
        return boot.resolve("launch.exe");
    }

    /// The service host as the guest finds it.
    public Path remote() {
        return boot.resolve(REMOTE);
    }

    /// A saved state of the running guest, for one accelerator.
    public WarmState warm(String accelerator) {
        return new WarmState(boot.resolve("warm-" + accelerator));
    }

    /// The state of a guest that waits for a specimen.
    ///
    /// @param folder where its files are, once saved
    public record WarmState(Path folder) {
        /// The machine's memory and devices, as QEMU's migration stream.
        public Path memory() {
            return folder.resolve("memory");
        }

        /// What the guest wrote to its root disk up to then, qcow2 over the image's root disk.
        public Path root() {
            return folder.resolve("root.qcow2");
        }

        /// The raw facts that the guest shipped up to then.
        public Path facts() {
            return folder.resolve("facts");
        }

        /// Whether the state was saved; its folder appears in one step.
        public boolean exists() {
            return Files.isDirectory(folder);
        }
    }
}
