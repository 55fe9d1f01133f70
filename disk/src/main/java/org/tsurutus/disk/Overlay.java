package org.tsurutus.disk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Disks that start as a base which nobody writes to and keep what is written in a file of their
/// own (qcow2). To roll back is to delete that file and create it anew.
public final class Overlay {
    private Overlay() {}

    /// Creates an overlay in which nothing is written yet.
    ///
    /// @param base what the disk looks like at first; it must not change while the overlay lives
    /// @param baseFormat `raw` or `qcow2`
    /// @param overlay the file to make, which must not be there yet
    /// @throws DiskException when the base cannot be used or the overlay is there already
    public static void create(Path base, String baseFormat, Path overlay) {
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
                baseFormat,
                "-b",
                base.toAbsolutePath().toString(),
                overlay.toAbsolutePath().toString());
    }

    /// Where the overlay holds data of its own, in the order of the disk. It holds whole clusters
    /// of 64 KiB: that a place is listed does not mean that its bytes changed.
    ///
    /// @throws DiskException when the overlay cannot be read, or a machine still has it open
    public static List<Extent> changedExtents(Path overlay) {
        JsonNode map =
                QemuImg.json(
                        QemuImg.QUICK,
                        "map",
                        "-f",
                        "qcow2",
                        "--output=json",
                        overlay.toAbsolutePath().toString());
        List<Extent> extents = new ArrayList<>();
        for (JsonNode part : map) {
            if (part.path("depth").asInt(-1) != 0) {
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

    /// The format that the overlay's own header names for its base.
    static String baseFormat(Path overlay) {
        String format =
                QemuImg.json(
                                QemuImg.QUICK,
                                "info",
                                "-f",
                                "qcow2",
                                "--output=json",
                                overlay.toAbsolutePath().toString())
                        .path("backing-filename-format")
                        .asString("");
        if (format.isEmpty()) {
            throw new DiskException(
                    overlay + " does not say what format its base has; create overlays anew");
        }
        return format;
    }
}
