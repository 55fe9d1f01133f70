package org.tsurutus.disk.qcow;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.Zeros;

/// A disk kept by image files, read through a `qemu-storage-daemon` of its own that nothing else
/// can talk to. Takes no rights and no device, so it works wherever QEMU does.
public final class ImageBlocks implements Blocks {
    private static final int LONGEST_SOCKET = 107;

    private final Path socket;
    private final DaemonProcess daemon;
    private final NbdConnection connection;

    private ImageBlocks(Path socket, DaemonProcess daemon, NbdConnection connection) {
        this.socket = socket;
        this.daemon = daemon;
        this.connection = connection;
    }

    /// Opens a disk for reading.
    ///
    /// @param layers from the one that was written last down to the golden image; a single image
    ///   may name its base in its header
    /// @param folder where the daemon's socket may lie meanwhile; its path must be short
    /// @throws DiskException when an image cannot be read, or a machine still writes to it
    public static ImageBlocks open(List<Image> layers, Path folder) {
        Path socket = Views.next(folder);
        if (socket.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST_SOCKET) {
            throw new DiskException(
                    "the path " + socket + " is too long for a socket; use a folder nearer to /");
        }
        List<String> options =
                List.of(
                        "--blockdev",
                        Image.device(layers, false).put("node-name", "disk").toString(),
                        "--nbd-server",
                        "addr.type=unix,addr.path=" + socket.toString().replace(",", ",,"),
                        "--export",
                        "type=nbd,id=disk,node-name=disk,name=disk");
        DaemonProcess daemon = DaemonProcess.start(options, socket);
        try {
            return new ImageBlocks(socket, daemon, NbdConnection.open(socket, "disk"));
        } catch (IOException e) {
            end(daemon, socket);
            throw new DiskException("cannot read " + layers.getFirst().path() + ": " + e, e);
        }
    }

    @Override
    public long size() {
        return connection.size();
    }

    @Override
    public void read(long at, ByteBuffer into) {
        int end = into.limit();
        long there = Math.clamp(size() - at, 0, into.remaining());
        try {
            into.limit(into.position() + (int) there);
            connection.read(at, into);
        } catch (IOException e) {
            throw new DiskException("cannot read byte " + at + " of a disk: " + e, e);
        }
        into.limit(end);
        Zeros.fill(into);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException e) {
            throw new DiskException("cannot let go of a disk: " + e, e);
        } finally {
            end(daemon, socket);
        }
    }

    private static void end(DaemonProcess daemon, Path socket) {
        daemon.close();
        try {
            Files.deleteIfExists(socket);
            Files.deleteIfExists(DaemonProcess.sibling(socket, ".pid"));
        } catch (IOException e) {
            throw new DiskException("cannot delete " + socket + ": " + e, e);
        }
    }
}
