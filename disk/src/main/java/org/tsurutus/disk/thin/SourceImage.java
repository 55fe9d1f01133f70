package org.tsurutus.disk.thin;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.ImageFormat;
import org.tsurutus.disk.Sectors;
import org.tsurutus.disk.mapper.Actions;
import org.tsurutus.disk.mapper.BlockDevice;
import org.tsurutus.disk.qcow.QemuImg;
import tools.jackson.databind.JsonNode;

/// An image that is to become a golden one.
///
/// @param size of its disk in bytes, whole sectors
/// @param allocated how many of those it holds; the others are zeros
record SourceImage(Path path, ImageFormat format, long size, long allocated) {
    /// @throws DiskException when it cannot be read as that format
    static SourceImage of(Path image, ImageFormat format) {
        Path path = image.toAbsolutePath();
        long bytes = ask("info", path, format).path("virtual-size").asLong();
        long allocated = 0;
        for (JsonNode part : ask("map", path, format)) {
            allocated += part.path("data").asBoolean() ? part.path("length").asLong() : 0;
        }
        long sectors = Math.ceilDiv(bytes, Sectors.SIZE);
        return new SourceImage(path, format, sectors * Sectors.SIZE, allocated);
    }

    private static JsonNode ask(String what, Path path, ImageFormat format) {
        return QemuImg.json(
                QemuImg.QUICK, what, "--output=json", "-f", format.label(), path.toString());
    }

    /// Writes the disk to a device that reads as zeros, leaves out what is zero, and has it on the
    /// medium when this returns.
    void copyTo(Path device, Actions actions) {
        String[] words = {
            "convert",
            "-n",
            "--target-is-zero",
            "-S",
            "64k",
            "-f",
            format.label(),
            "-O",
            ImageFormat.RAW.label(),
            path.toString(),
            device.toString()
        };
        actions.perform(
                "qemu-img " + String.join(" ", words),
                () -> {
                    QemuImg.run(QemuImg.COPY, words);
                    force(device);
                });
        BlockDevice.flush(device, actions);
    }

    private static void force(Path device) {
        try (FileChannel channel = FileChannel.open(device, StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            throw new DiskException("cannot write out " + device + ": " + e, e);
        }
    }
}
