package org.tsurutus.disk.qcow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.Durable;
import org.tsurutus.disk.FileBlocks;
import org.tsurutus.disk.ImageFormat;
import org.tsurutus.disk.JsonNote;
import org.tsurutus.disk.Leftovers;
import org.tsurutus.disk.store.Canary;
import org.tsurutus.disk.store.DiskName;
import org.tsurutus.disk.store.Golden;

/// Golden images: `NAME.json` tells of each, `NAME.qcow2` is there where it was copied.
final class GoldenFolder {
    private static final String NOTE = ".json";

    private final Path folder;
    private final Path views;

    GoldenFolder(Path folder, Path views) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.views = views;
    }

    Golden copy(DiskName name, Image image) {
        if (find(name).isPresent()) {
            throw new DiskException("there is a golden image " + name + " already");
        }
        Path fresh = Leftovers.own(folder, name.text());
        Path target = folder.resolve(name + ".qcow2");
        try {
            QemuImg.run(
                    QemuImg.COPY,
                    "convert",
                    "-O",
                    ImageFormat.QCOW2.label(),
                    "-f",
                    image.format().label(),
                    image.path().toAbsolutePath().toString(),
                    fresh.toString());
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("r--r--r--"));
            Durable.move(fresh, target);
            return keep(name, new Image(target, ImageFormat.QCOW2));
        } catch (IOException e) {
            throw new DiskException("cannot import " + image.path() + ": " + e, e);
        } finally {
            Leftovers.delete(fresh);
        }
    }

    Golden adopt(DiskName name, Image image) {
        Optional<GoldenFile> there = find(name);
        if (there.isPresent()) {
            GoldenFile file = there.get();
            if (!file.image().equals(image.path().toString())) {
                throw new DiskException(
                        "there is a golden image " + name + " already: " + file.image());
            }
            return new Golden(name, file.size(), file.canary());
        }
        try {
            return keep(name, image);
        } catch (IOException e) {
            throw new DiskException("cannot note " + image.path() + ": " + e, e);
        }
    }

    private Golden keep(DiskName name, Image image) throws IOException {
        try (Blocks blocks = read(image)) {
            Canary canary = Canary.of(blocks, name.hashCode());
            GoldenFile file =
                    new GoldenFile(image.path().toString(), image.format(), blocks.size(), canary);
            JsonNote.write(note(name), file);
            return new Golden(name, file.size(), canary);
        }
    }

    private Path note(DiskName name) {
        return folder.resolve(name + NOTE);
    }

    Optional<GoldenFile> find(DiskName name) {
        return JsonNote.read(note(name), GoldenFile.class);
    }

    /// @throws DiskException when there is none of this name
    Image image(DiskName name) {
        return find(name)
                .map(file -> new Image(Path.of(file.image()), file.format()))
                .orElseThrow(
                        () -> new DiskException("there is no disk and no golden image " + name));
    }

    Blocks read(DiskName name) {
        return read(image(name));
    }

    private Blocks read(Image image) {
        return switch (image.format()) {
            case RAW -> FileBlocks.open(image.path());
            case QCOW2 -> ImageBlocks.open(List.of(image), views);
        };
    }

    List<DiskName> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(NOTE) && !name.startsWith("."))
                    .map(name -> name.substring(0, name.length() - NOTE.length()))
                    .sorted()
                    .map(DiskName::new)
                    .toList();
        } catch (IOException e) {
            throw new DiskException("cannot list the golden images in " + folder + ": " + e, e);
        }
    }

    List<String> sweep() {
        return Leftovers.sweep(folder);
    }
}
