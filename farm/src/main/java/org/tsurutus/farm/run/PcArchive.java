package org.tsurutus.farm.run;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.scenario.Document;
import org.tsurutus.farm.specimen.SpecimenFile;

/// What is put on a PC's drive C before a run, as the guest unpacks it: a tar of files and their
/// folders, owned by the guest's user.
final class PcArchive implements AutoCloseable {
    private static final int LAB = 1000;
    private static final String DRIVE_C = "C:\\";

    private final Path archive;
    private final GuestFolders known;
    private final TarArchiveOutputStream tar;
    private final Set<String> folders = new HashSet<>();

    /// @param known the folders that are on the PC already
    PcArchive(Path archive, GuestFolders known) {
        this.archive = archive;
        this.known = known;
        try {
            tar =
                    new TarArchiveOutputStream(
                            Files.newOutputStream(archive), StandardCharsets.UTF_8.name());
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// Puts the specimen into a folder.
    ///
    /// @throws FarmException when it is not what was examined any more
    void add(SpecimenFile specimen, String folder) {
        try (InputStream in = Files.newInputStream(specimen.path())) {
            String sha256 = add(folder + specimen.guestName(), specimen.size(), 0755, in);
            if (!sha256.equals(specimen.sha256())) {
                throw FarmException.input(
                        specimen.path() + " was changed while the run began; run it again");
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    void add(Document document) {
        byte[] content = document.content();
        try (InputStream in = new ByteArrayInputStream(content)) {
            add(document.path(), content.length, 0644, in);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private String add(String path, long size, int mode, InputStream in) throws IOException {
        String inside = known.asThere(path).substring(DRIVE_C.length()).replace('\\', '/');
        for (int slash = inside.indexOf('/'); slash >= 0; slash = inside.indexOf('/', slash + 1)) {
            folder(inside.substring(0, slash + 1));
        }
        TarArchiveEntry entry = new TarArchiveEntry(inside);
        entry.setSize(size);
        entry.setMode(mode);
        entry.setIds(LAB, LAB);
        tar.putArchiveEntry(entry);
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new DigestInputStream(in, digest).transferTo(tar);
            tar.closeArchiveEntry();
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// A folder that is not on the PC.
    private void folder(String inside) throws IOException {
        if (known.has(DRIVE_C + inside.replace('/', '\\')) || !folders.add(inside)) {
            return;
        }
        TarArchiveEntry entry = new TarArchiveEntry(inside, TarConstants.LF_DIR);
        entry.setMode(0755);
        entry.setIds(LAB, LAB);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    private FarmException failed(IOException cause) {
        return FarmException.environment("cannot pack " + archive + ": " + cause, cause);
    }

    @Override
    public void close() {
        try {
            tar.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
