package org.tsurutus.farm.image;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.cpio.CpioArchiveEntry;
import org.apache.commons.compress.archivers.cpio.CpioArchiveOutputStream;
import org.apache.commons.compress.archivers.cpio.CpioConstants;
import org.tsurutus.farm.FarmException;

/// A small file system in memory that a kernel starts from: busybox and what is added to it.
public final class Initramfs {
    private static final long FOLDER = CpioConstants.C_ISDIR | 0755L;
    private static final long PROGRAM = CpioConstants.C_ISREG | 0755L;

    /// Contents by name; a folder has none.
    private final Map<String, Optional<byte[]>> entries = new LinkedHashMap<>();

    /// Starts with busybox, its folders and the program that the kernel runs first.
    public Initramfs(byte[] init) {
        for (String name : new String[] {"bin", "proc", "sys", "dev", "new"}) {
            folder(name);
        }
        program("bin/busybox", Path.of("/bin/busybox"));
        entries.put("init", Optional.of(init));
    }

    Initramfs folder(String name) {
        entries.put(name, Optional.empty());
        return this;
    }

    Initramfs program(String name, Path content) {
        entries.put(name, Optional.of(read(content)));
        return this;
    }

    static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw FarmException.environment(
                    "cannot read "
                            + file
                            + ", which goes into a guest ("
                            + e
                            + "); ./tsurutus setup installs what is missing",
                    e);
        }
    }

    /// Writes it as a gzipped cpio archive.
    public void write(Path file) {
        try (OutputStream bytes = new GZIPOutputStream(Files.newOutputStream(file));
                CpioArchiveOutputStream archive =
                        new CpioArchiveOutputStream(
                                bytes,
                                CpioConstants.FORMAT_NEW,
                                512,
                                StandardCharsets.US_ASCII.name())) {
            for (Map.Entry<String, Optional<byte[]>> entry : entries.entrySet()) {
                byte[] content = entry.getValue().orElseGet(() -> new byte[0]);
                CpioArchiveEntry header =
                        new CpioArchiveEntry(CpioConstants.FORMAT_NEW, entry.getKey());
                header.setMode(entry.getValue().isPresent() ? PROGRAM : FOLDER);
                header.setSize(content.length);
                archive.putArchiveEntry(header);
                archive.write(content);
                archive.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw FarmException.environment("cannot write " + file + ": " + e, e);
        }
    }
}
