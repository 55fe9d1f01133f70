package org.tsurutus.farm.machine.qemu;

import java.nio.file.Path;
import java.util.List;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.Extent;
import org.tsurutus.disk.FileBlocks;
import org.tsurutus.disk.ImageFormat;
import org.tsurutus.disk.qcow.Image;
import org.tsurutus.disk.qcow.ImageBlocks;
import org.tsurutus.disk.qcow.Overlay;
import org.tsurutus.farm.machine.Machine;

/// A disk that is an overlay in the lease's folder.
///
/// @param base raw, never written to
/// @param overlay what the run wrote
/// @param folder where sockets may lie
record OverlayDisk(Path base, Path overlay, Path folder) implements Machine.ScratchDisk {
    @Override
    public Blocks before() {
        return FileBlocks.open(base);
    }

    @Override
    public Blocks after() {
        return ImageBlocks.open(layers(), folder);
    }

    @Override
    public List<Extent> written() {
        return Overlay.written(layers());
    }

    private List<Image> layers() {
        return List.of(new Image(overlay, ImageFormat.QCOW2), new Image(base, ImageFormat.RAW));
    }
}
