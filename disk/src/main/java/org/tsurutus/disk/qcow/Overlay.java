package org.tsurutus.disk.qcow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.Extent;
import tools.jackson.databind.JsonNode;

/// Disks that start as a base which nobody writes to and keep what is written in a file of their
/// own (qcow2). To roll back is to delete that file and create it anew.
public final class Overlay {
    private Overlay() {}

    /// Creates an overlay in which nothing is written yet.
    ///
    /// @param base what the disk looks like at first; it must not change while the overlay lives
    /// @param overlay the file to make, which must not be there yet
    /// @throws DiskException when the base cannot be used or the overlay is there already
    public static void create(Image base, Path overlay) {
        if (Files.exists(overlay)) {
            throw new DiskException(
                    overlay + " is there already; delete it first if its changes may go");
        }
        QemuImg.run(
                QemuImg.QUICK,
                "create",
                "-q",
                "-f",
                "qcow2",
                "-F",
                base.format().label(),
                "-b",
                base.path().toAbsolutePath().toString(),
                overlay.toAbsolutePath().toString());
    }

    /// Where layers above a disk's last hold data of their own, in the order of the disk. They hold
    /// whole clusters of 64 KiB: that a place is listed does not mean that its bytes changed.
    ///
    /// What a machine that is still on has not written out is not seen.
    ///
    /// @param layers from the one that was written last down to the base
    /// @throws DiskException when one cannot be read
    public static List<Extent> written(List<Image> layers) {
        JsonNode map =
                QemuImg.json(QemuImg.QUICK, "map", "-U", "--output=json", Image.name(layers));
        List<Extent> extents = new ArrayList<>();
        for (JsonNode part : map) {
            int depth = part.path("depth").asInt(Integer.MAX_VALUE);
            if (depth >= layers.size() - 1 || !part.path("present").asBoolean(true)) {
                continue;
            }
            Extent extent = new Extent(part.path("start").asLong(), part.path("length").asLong());
            if (!extents.isEmpty() && extents.getLast().end() == extent.start()) {
                Extent before = extents.removeLast();
                extent = new Extent(before.start(), before.length() + extent.length());
            }
            extents.add(extent);
        }
        return List.copyOf(extents);
    }
}
