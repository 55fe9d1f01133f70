package org.tsurutus.disk.qcow;

import java.nio.file.Path;
import java.util.List;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.ImageFormat;
import org.tsurutus.disk.ScratchDisk;

/// A scratch disk and an overlay over it, in a folder of a test.
///
/// @param base the raw disk; its name has what option lists must escape
/// @param overlay what is written to
public record OverlaidDisk(Path folder, Path base, Path overlay) {
    public static OverlaidDisk in(Path folder) {
        Path base = folder.resolve("base, with a comma.raw");
        Path overlay = folder.resolve("overlay.qcow2");
        ScratchDisk.create(base);
        Overlay.create(new Image(base, ImageFormat.RAW), overlay);
        return new OverlaidDisk(folder, base, overlay);
    }

    /// Writes to the overlay as a machine would.
    public void write(String... commands) throws Exception {
        QemuIo.commands(overlay, "qcow2", commands);
    }

    public List<Image> layers() {
        return List.of(new Image(overlay, ImageFormat.QCOW2), new Image(base, ImageFormat.RAW));
    }

    public Blocks after() {
        return ImageBlocks.open(layers(), folder);
    }
}
