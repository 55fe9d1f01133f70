package org.tsurutus.network.lines;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.tsurutus.network.packet.Octets;

/// Something that is being received. What goes beyond its bound is counted, not kept.
public final class Reception {
    private static final int IN_MEMORY = 4096;

    private final ReceivedFolder folder;
    private final Path part;
    private final long most;
    private final MessageDigest digest = sha256();
    private final ByteArrayOutputStream start = new ByteArrayOutputStream(0);
    private Optional<OutputStream> file = Optional.empty();
    private boolean broken;
    private long bytes;
    private long kept;

    Reception(ReceivedFolder folder, Path part, long most) {
        this.folder = folder;
        this.part = part;
        this.most = most;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// How many bytes came.
    public long bytes() {
        return bytes;
    }

    /// Takes what came next.
    public void add(Octets octets) {
        bytes += octets.length();
        int wanted = (int) Math.min(octets.length(), most - kept);
        int taken = broken || !folder.hasRoomForFile() ? 0 : (int) folder.take(wanted);
        folder.lose(octets.length() - taken);
        if (taken == 0) {
            broken |= octets.length() > 0;
            return;
        }
        broken |= taken < octets.length();
        byte[] array = octets.slice(0, taken).toArray();
        try {
            write(array);
            digest.update(array);
            kept += taken;
        } catch (IOException _) {
            broken = true;
            folder.lose(taken);
        }
    }

    private void write(byte[] array) throws IOException {
        if (file.isEmpty() && start.size() + array.length <= IN_MEMORY) {
            start.writeBytes(array);
            return;
        }
        toFile().write(array);
    }

    private OutputStream toFile() throws IOException {
        if (file.isEmpty()) {
            OutputStream made = Files.newOutputStream(part);
            file = Optional.of(made);
            made.write(start.toByteArray());
        }
        return file.get();
    }

    /// Ends it.
    ///
    /// @return what was received; empty if nothing came
    public Optional<ReceivedFile> end() {
        if (bytes == 0) {
            return Optional.empty();
        }
        String sha256 = HexFormat.of().formatHex(digest.digest());
        Optional<String> name = Optional.empty();
        try {
            if (kept > 0) {
                toFile().close();
                name = folder.keep(part, sha256);
            }
        } catch (IOException _) {
            folder.lose(kept);
        }
        return Optional.of(new ReceivedFile(bytes, kept, sha256, name));
    }
}
