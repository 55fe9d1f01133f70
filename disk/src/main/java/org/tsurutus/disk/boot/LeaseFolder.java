package org.tsurutus.disk.boot;

import java.io.IOException;
import java.net.Inet4Address;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.iscsi.Chap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/// Leases that a controller tells the process that answers PCs: a file for each leased PC, which
/// only root can read. The controller keeps it locked, and the kernel unlocks it when the
/// controller ends: an unlocked file is no lease.
public final class LeaseFolder implements CurrentLeases {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 4096;

    /// To open a locked file a second time in the same process and close it again would unlock it.
    private static final Map<Path, BootLease> OWN = new ConcurrentHashMap<>();

    private final Path folder;

    /// @param folder made if it is not there
    /// @throws DiskException when it cannot be made
    public LeaseFolder(Path folder) {
        try {
            this.folder = Files.createDirectories(folder).toRealPath();
        } catch (IOException e) {
            throw new DiskException("cannot keep leases of PCs in " + folder + ": " + e, e);
        }
    }

    /// A lease that lasts until it is closed, or the process ends.
    public interface Held extends AutoCloseable {
        @Override
        void close();
    }

    /// Lets a PC boot.
    ///
    /// @throws DiskException when it is leased already, or the file cannot be written
    public Held lease(BootPc pc, BootLease lease) {
        Path file = file(pc.name());
        if (read(file).isPresent() || OWN.putIfAbsent(file, lease) != null) {
            throw new DiskException("the PC " + pc.name() + " is leased already; end that first");
        }
        try {
            FileChannel channel = write(file, lease);
            return () -> end(file, channel);
        } catch (IOException e) {
            OWN.remove(file);
            throw new DiskException("cannot write the lease " + file + ": " + e, e);
        }
    }

    /// The file is locked before it appears under its name, so that nobody takes it for a dead
    /// controller's.
    private static FileChannel write(Path file, BootLease lease) throws IOException {
        Path made = file.resolveSibling("." + file.getFileName());
        Files.deleteIfExists(made);
        Files.createFile(
                made,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        FileChannel channel = FileChannel.open(made, StandardOpenOption.WRITE);
        try {
            channel.lock();
            channel.write(ByteBuffer.wrap(json(lease).getBytes(StandardCharsets.UTF_8)));
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static void end(Path file, FileChannel channel) {
        if (OWN.remove(file) == null) {
            return;
        }
        try {
            Files.deleteIfExists(file);
            channel.close();
        } catch (IOException e) {
            throw new DiskException("cannot end the lease " + file + ": " + e, e);
        }
    }

    @Override
    public Optional<BootLease> of(String pc) {
        return read(file(pc));
    }

    /// One thread at a time, because Java knows one lock of a file in a process. The lock is
    /// shared, so that other processes which look at this moment do not look like the controller.
    private static synchronized Optional<BootLease> read(Path file) {
        BootLease own = OWN.get(file);
        if (own != null) {
            return Optional.of(own);
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            FileLock lock = channel.tryLock(0, Long.MAX_VALUE, true);
            if (lock != null) {
                return Optional.empty();
            }
            ByteBuffer bytes = ByteBuffer.allocate(MOST);
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
            return Optional.of(parse(bytes.array(), bytes.position()));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw new DiskException("cannot read the lease " + file + ": " + e, e);
        }
    }

    private Path file(String pc) {
        return folder.resolve(pc + ".json");
    }

    private static String json(BootLease lease) {
        ObjectNode node = JSON.createObjectNode();
        node.put("secret", lease.secret().text());
        node.put("portal", lease.portal().getHostAddress());
        node.put("port", lease.port());
        node.put("lun", lease.lun());
        node.put("target", lease.target());
        node.put("initiator", lease.initiator());
        node.put("user", lease.chap().user());
        node.put("password", lease.chap().secret());
        return node.toString();
    }

    private static BootLease parse(byte[] bytes, int length) {
        JsonNode node = JSON.readTree(bytes, 0, length);
        return new BootLease(
                new BootSecret(node.path("secret").asString()),
                Inet4Address.ofLiteral(node.path("portal").asString()),
                node.path("port").asInt(),
                node.path("lun").asInt(),
                node.path("target").asString(),
                node.path("initiator").asString(),
                new Chap(node.path("user").asString(), node.path("password").asString()));
    }
}
