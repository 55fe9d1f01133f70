package org.tsurutus.disk.qcow;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.Extent;
import org.tsurutus.disk.FileBlocks;
import org.tsurutus.disk.ImageFormat;
import org.tsurutus.disk.Milestones;
import org.tsurutus.disk.OpenFiles;
import org.tsurutus.disk.store.Attachment;
import org.tsurutus.disk.store.BlockStore;
import org.tsurutus.disk.store.DiskName;
import org.tsurutus.disk.store.Golden;
import org.tsurutus.disk.store.Space;

/// A store in a folder: golden images, and overlays of QEMU over them. Needs no device and no
/// rights.
public final class OverlayStore implements BlockStore {
    private final GoldenFolder goldens;
    private final DiskFolder disks;
    private final Path folder;
    private final Path views;
    private final Attacher attacher;

    private OverlayStore(Path folder, Milestones milestones, Function<Path, Attacher> attachers) {
        try {
            this.folder = Files.createDirectories(folder).toRealPath();
            this.views = Files.createDirectories(this.folder.resolve("views"));
            this.goldens = new GoldenFolder(this.folder.resolve("golden"), views);
            this.disks = new DiskFolder(this.folder.resolve("disks"), milestones);
            Path exports = Files.createDirectories(this.folder.resolve("exports"));
            this.attacher = attachers.apply(exports);
        } catch (IOException e) {
            throw new DiskException("cannot keep disks in " + folder + ": " + e, e);
        }
    }

    /// A store that hands out overlays themselves, for QEMU.
    ///
    /// @param folder near enough to `/` that the paths of sockets in it stay below 108 bytes
    public static OverlayStore plain(Path folder, Milestones milestones) {
        return new OverlayStore(folder, milestones, _ -> new PlainAttacher());
    }

    /// A store that hands out raw files, for targets; needs `/dev/fuse`.
    ///
    /// @param folder as for [#plain]
    public static OverlayStore fuse(Path folder, Milestones milestones) {
        return new OverlayStore(
                folder, milestones, exports -> new FuseAttacher(exports, false, milestones));
    }

    /// A store like [#fuse] whose disks stay attached when this process ends, until they are
    /// detached: for a person who gives one command after the other.
    ///
    /// @param folder as for [#plain]
    public static OverlayStore lasting(Path folder, Milestones milestones) {
        return new OverlayStore(
                folder, milestones, exports -> new FuseAttacher(exports, true, milestones));
    }

    @Override
    public Golden importGolden(DiskName name, Path image, ImageFormat format) {
        return goldens.copy(name, new Image(image, format));
    }

    /// Takes an image as golden where it lies, without copying it. Whoever keeps it there promises
    /// that it never changes; each verification looks whether the promise was kept.
    ///
    /// @param name not taken yet, unless by this very image
    public Golden adopt(DiskName name, Path image, ImageFormat format) {
        return goldens.adopt(name, new Image(image.toAbsolutePath(), format));
    }

    @Override
    public Optional<Golden> golden(DiskName name) {
        return goldens.find(name).map(file -> new Golden(name, file.size(), file.canary()));
    }

    @Override
    public List<DiskName> goldens() {
        return goldens.names();
    }

    @Override
    public void snapshot(DiskName golden, DiskName disk) {
        disks.create(disk, golden, goldens.image(golden));
    }

    @Override
    public Optional<DiskName> origin(DiskName disk) {
        return disks.find(disk).map(file -> new DiskName(file.golden()));
    }

    @Override
    public void checkpoint(DiskName disk, DiskName moment) {
        requireDetached(disk);
        disks.checkpoint(disk, moment, _ -> {});
    }

    /// Keeps a disk as it is at this moment while a machine has its overlay open.
    ///
    /// @param machine goes on writing to the file that it is told, and has finished with the one it
    ///   wrote to when it returns; where it throws, all is as it was
    public void checkpoint(DiskName disk, DiskName moment, Consumer<Path> machine) {
        disks.checkpoint(disk, moment, machine);
    }

    @Override
    public void restore(DiskName disk, DiskName moment) {
        requireDetached(disk);
        disks.restore(disk, moment);
    }

    @Override
    public List<DiskName> checkpoints(DiskName disk) {
        return disks.file(disk).moments().stream()
                .map(moment -> new DiskName(moment.name()))
                .toList();
    }

    @Override
    public Attachment attach(DiskName disk) {
        return attacher.attach(disk, layers(disk));
    }

    @Override
    public void detach(DiskName disk) {
        requireUnused(disk);
        attacher.detach(disk);
    }

    @Override
    public Optional<String> user(DiskName disk) {
        return OpenFiles.user(
                attacher.attached(disk).map(Attachment::path).orElseGet(() -> disks.top(disk)));
    }

    private void requireDetached(DiskName disk) {
        if (attacher.attached(disk).isPresent()) {
            throw new DiskException("the disk " + disk + " is attached; detach it first");
        }
        requireUnused(disk);
    }

    private void requireUnused(DiskName disk) {
        user(disk)
                .ifPresent(user -> {
                    throw new DiskException(
                            "the disk "
                                    + disk
                                    + " is still open by "
                                    + user
                                    + "; switch that off first");
                });
    }

    @Override
    public Blocks read(DiskName diskOrGolden) {
        Optional<Attachment> attached = attacher.attached(diskOrGolden);
        if (attached.isPresent()) {
            return FileBlocks.open(attached.get().path());
        }
        return disks.find(diskOrGolden).isPresent()
                ? ImageBlocks.open(layers(diskOrGolden), views)
                : goldens.read(diskOrGolden);
    }

    @Override
    public Blocks read(DiskName disk, DiskName moment) {
        return ImageBlocks.open(overGolden(disk, disks.layers(disk, moment)), views);
    }

    private List<Image> layers(DiskName disk) {
        return overGolden(disk, disks.layers(disk));
    }

    private List<Image> overGolden(DiskName disk, List<Image> upper) {
        List<Image> layers = new ArrayList<>(upper);
        layers.add(goldens.image(new DiskName(disks.file(disk).golden())));
        return layers;
    }

    @Override
    public List<Extent> written(DiskName disk, DiskName moment) {
        return Overlay.written(overGolden(disk, disks.layers(disk, moment)));
    }

    @Override
    public List<Extent> written(DiskName disk) {
        attacher.attached(disk).map(Attachment::path).ifPresent(OverlayStore::flush);
        return Overlay.written(layers(disk));
    }

    /// Lets the daemon behind a raw file write down where it put what.
    private static void flush(Path export) {
        try (FileChannel channel = FileChannel.open(export, StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            throw new DiskException("cannot flush " + export + ": " + e, e);
        }
    }

    @Override
    public void rollBack(DiskName disk) {
        requireDetached(disk);
        disks.rollBack(disk, goldens.image(new DiskName(disks.file(disk).golden())));
    }

    @Override
    public void delete(DiskName disk) {
        detach(disk);
        disks.delete(disk);
    }

    @Override
    public List<DiskName> disks() {
        return disks.names();
    }

    @Override
    public Space space() {
        try {
            FileStore store = Files.getFileStore(folder);
            return new Space(store.getTotalSpace(), store.getUsableSpace());
        } catch (IOException e) {
            throw new DiskException("cannot ask how full " + folder + " is: " + e, e);
        }
    }

    @Override
    public List<String> sweep() {
        List<String> removed = new ArrayList<>(attacher.sweep());
        removed.addAll(Views.sweep(views));
        removed.addAll(goldens.sweep());
        removed.addAll(disks.sweep());
        return removed;
    }
}
