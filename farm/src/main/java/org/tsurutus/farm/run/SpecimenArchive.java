package org.tsurutus.farm.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.specimen.SpecimenFile;

/// The specimen as the guest unpacks it: a tar with one file, owned by the guest's user.
final class SpecimenArchive {
    private static final int LAB = 1000;

    private SpecimenArchive() {}

    static void write(SpecimenFile specimen, Path archive) {
        try (TarArchiveOutputStream tar =
                new TarArchiveOutputStream(
                        Files.newOutputStream(archive), StandardCharsets.UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
            TarArchiveEntry entry = new TarArchiveEntry(specimen.guestName());
            entry.setSize(specimen.size());
            entry.setMode(0755);
            entry.setIds(LAB, LAB);
            tar.putArchiveEntry(entry);
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Files.copy(specimen.path(), new DigestOutputStream(tar, digest));
            tar.closeArchiveEntry();
            if (!HexFormat.of().formatHex(digest.digest()).equals(specimen.sha256())) {
                throw FarmException.input(
                        specimen.path() + " was changed while the run began; run it again");
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        } catch (IOException e) {
            throw FarmException.environment(
                    "cannot pack " + specimen.path() + " for the guest: " + e, e);
        }
    }
}
