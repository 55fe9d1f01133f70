package org.tsurutus.farm.machine.qemu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.tsurutus.disk.ImageFormat;
import org.tsurutus.disk.qcow.Image;
import org.tsurutus.disk.qcow.Overlay;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.image.GuestImage;
import org.tsurutus.farm.machine.Machine;

/// Overlays in the lease's folder, which vanish with it: for PCs that no specimen gets.
final class FolderDisks implements GuestDisks {
    private final GuestImage image;
    private final Path folder;

    FolderDisks(GuestImage image, Path folder) {
        this.image = image;
        this.folder = folder;
    }

    @Override
    public Path root(Path base) {
        return renew(new Image(base, ImageFormat.QCOW2), folder.resolve(QemuCommand.ROOT));
    }

    @Override
    public Path scratch() {
        return renew(
                new Image(image.scratch(), ImageFormat.RAW), folder.resolve(QemuCommand.SCRATCH));
    }

    private static Path renew(Image base, Path overlay) {
        try {
            Files.deleteIfExists(overlay);
        } catch (IOException e) {
            throw FarmException.environment("cannot roll back " + overlay + ": " + e, e);
        }
        Overlay.create(base, overlay);
        return overlay;
    }

    @Override
    public Machine.ScratchDisk scratchDisk() {
        return new OverlayDisk(image.scratch(), folder.resolve(QemuCommand.SCRATCH), folder);
    }

    @Override
    public Machine.ScratchDisk checkpoint(String moment, Consumer<Path> writer) {
        throw FarmException.environment("no checkpoints are kept of a PC that no specimen gets");
    }

    @Override
    public String rollBack() {
        return "";
    }

    @Override
    public void close() {}
}
