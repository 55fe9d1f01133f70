package org.tsurutus.disk.qcow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.Durable;
import org.tsurutus.disk.ImageFormat;
import org.tsurutus.disk.JsonNote;
import org.tsurutus.disk.Leftovers;
import org.tsurutus.disk.Milestones;
import org.tsurutus.disk.store.DiskName;

/// The disks of a store, each a folder with what is written now, its checkpoints and [DiskFile].
final class DiskFolder {
    private static final String TOP = "disk.qcow2";
    private static final String NOTE = "disk.json";
    private static final String MOMENT = "moment-";

    private final Path folder;
    private final Milestones milestones;

    /// An operation on files.
    @FunctionalInterface
    private interface FileWork {
        void run() throws IOException;
    }

    DiskFolder(Path folder, Milestones milestones) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.milestones = milestones;
    }

    private Path home(DiskName disk) {
        return folder.resolve(disk.text());
    }

    /// The file that is written now.
    Path top(DiskName disk) {
        return home(disk).resolve(TOP);
    }

    private Path moment(DiskName disk, String moment) {
        return home(disk).resolve(MOMENT + moment + ".qcow2");
    }

    private static DiskException failure(DiskName disk, IOException e) {
        return new DiskException("cannot keep the disk " + disk + ": " + e, e);
    }

    private static void attempt(DiskName disk, FileWork work) {
        try {
            work.run();
        } catch (IOException e) {
            throw failure(disk, e);
        }
    }

    void create(DiskName disk, DiskName golden, Image base) {
        if (Files.exists(home(disk))) {
            throw new DiskException("there is a disk " + disk + " already");
        }
        Path fresh = Leftovers.own(folder, disk.text());
        attempt(
                disk,
                () -> {
                    try {
                        Files.createDirectory(fresh);
                        milestones.reached("a disk's folder is made");
                        Overlay.create(base, fresh.resolve(TOP));
                        milestones.reached("a disk's overlay is made");
                        write(fresh, DiskFile.fresh(golden.text()));
                        Durable.move(fresh, home(disk));
                    } finally {
                        Leftovers.delete(fresh);
                    }
                });
    }

    private static void write(Path home, DiskFile file) throws IOException {
        JsonNote.write(home.resolve(NOTE), file);
    }

    /// Keeps what is written so far.
    ///
    /// @param writer is told where to go on writing, and has done so when it returns
    void checkpoint(DiskName disk, DiskName name, Consumer<Path> writer) {
        DiskFile file = file(disk);
        if (file.has(name.text())) {
            throw new DiskException("the disk " + disk + " has a checkpoint " + name + " already");
        }
        attempt(
                disk,
                () -> {
                    Path kept = moment(disk, name.text());
                    Durable.move(top(disk), kept);
                    milestones.reached("a checkpoint is kept, with nothing above");
                    Overlay.create(new Image(kept, ImageFormat.QCOW2), top(disk));
                    milestones.reached("a checkpoint has a layer above");
                    handOver(disk, kept, writer);
                    write(home(disk), file.checkpointed(name.text()));
                });
    }

    /// Where the writer does not go on above, it goes on below.
    private void handOver(DiskName disk, Path kept, Consumer<Path> writer) throws IOException {
        try {
            writer.accept(top(disk));
        } catch (RuntimeException e) {
            Durable.move(kept, top(disk));
            throw e;
        }
    }

    void restore(DiskName disk, DiskName name) {
        DiskFile file = withCheckpoint(disk, name);
        attempt(
                disk,
                () -> {
                    renew(disk, new Image(moment(disk, name.text()), ImageFormat.QCOW2));
                    milestones.reached("a layer lies over an old checkpoint");
                    write(home(disk), file.restored(name.text()));
                });
    }

    private DiskFile withCheckpoint(DiskName disk, DiskName name) {
        DiskFile file = file(disk);
        if (!file.has(name.text())) {
            throw new DiskException("the disk " + disk + " has no checkpoint " + name);
        }
        return file;
    }

    void rollBack(DiskName disk, Image golden) {
        DiskFile file = file(disk);
        attempt(
                disk,
                () -> {
                    renew(disk, golden);
                    milestones.reached("a fresh layer lies over the golden image");
                    write(home(disk), DiskFile.fresh(file.golden()));
                    milestones.reached("a disk is noted as fresh");
                    deleteAllBut(disk, Set.of(TOP, NOTE));
                });
    }

    /// Puts an empty layer in the place of what is written now.
    private void renew(DiskName disk, Image base) throws IOException {
        Path fresh = Leftovers.own(home(disk), TOP);
        try {
            Overlay.create(base, fresh);
            milestones.reached("a fresh layer is made");
            Durable.move(fresh, top(disk));
        } finally {
            Leftovers.delete(fresh);
        }
    }

    private void deleteAllBut(DiskName disk, Set<String> names) throws IOException {
        try (Stream<Path> files = Files.list(home(disk))) {
            for (Path each : files.toList()) {
                if (!names.contains(String.valueOf(each.getFileName()))) {
                    Files.delete(each);
                    milestones.reached("a file of a disk is deleted");
                }
            }
        }
    }

    void delete(DiskName disk) {
        Path gone = Leftovers.own(folder, disk.text());
        attempt(
                disk,
                () -> {
                    if (Files.exists(home(disk))) {
                        Durable.move(home(disk), gone);
                        milestones.reached("a disk's folder is out of the way");
                        Leftovers.delete(gone);
                    }
                });
    }

    Optional<DiskFile> find(DiskName disk) {
        return JsonNote.read(home(disk).resolve(NOTE), DiskFile.class);
    }

    /// @throws DiskException when there is no such disk
    DiskFile file(DiskName disk) {
        return find(disk).orElseThrow(() -> new DiskException("there is no disk " + disk));
    }

    /// The disk's layers above the golden image, the one that is written first.
    List<Image> layers(DiskName disk) {
        List<Image> layers = new ArrayList<>();
        layers.add(new Image(top(disk), ImageFormat.QCOW2));
        layers.addAll(kept(disk, file(disk).chain()));
        return layers;
    }

    /// The layers of a checkpoint above the golden image, its own first.
    List<Image> layers(DiskName disk, DiskName name) {
        DiskFile file = withCheckpoint(disk, name);
        return kept(disk, file.chain(Optional.of(name.text())));
    }

    private List<Image> kept(DiskName disk, List<String> names) {
        return names.stream()
                .map(name -> new Image(moment(disk, name), ImageFormat.QCOW2))
                .toList();
    }

    List<DiskName> names() {
        try (Stream<Path> homes = Files.list(folder)) {
            return homes.map(home -> String.valueOf(home.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .map(DiskName::new)
                    .toList();
        } catch (IOException e) {
            throw new DiskException("cannot list the disks in " + folder + ": " + e, e);
        }
    }

    List<String> sweep() {
        List<String> removed = new ArrayList<>(Leftovers.sweep(folder));
        names().forEach(disk -> removed.addAll(Leftovers.sweep(home(disk))));
        return removed;
    }
}
