package org.tsurutus.farm.specimen;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tsurutus.farm.FarmException;
import org.tsurutus.sensor.file.FileFacts;
import org.tsurutus.sensor.file.FileHash;
import org.tsurutus.sensor.file.PeInspector;
import org.tsurutus.windows.PeSource;

/// A file that the lab can run.
///
/// @param path where it lies on the host
/// @param guestName what it is called in the guest, at most 100 characters and safe to quote
/// @param kind how it is started
/// @param architecture `x86` or `x64`; absent for scripts
/// @param size bytes
/// @param md5 lower-case hex
/// @param sha1 lower-case hex
/// @param sha256 lower-case hex
public record SpecimenFile(
        Path path,
        String guestName,
        SpecimenKind kind,
        Optional<String> architecture,
        long size,
        String md5,
        String sha1,
        String sha256) {

    /// Reads a file once and says what it is; the hashes are those of the bytes that were judged.
    ///
    /// @throws FarmException of the user's fault when there is no such file or the lab cannot run
    ///   it
    public static SpecimenFile examine(Path path, Limits limits) {
        byte[] content = read(path, limits.maximumBytes());
        Identity identity = Identity.of(path, content, limits);
        FileFacts facts = facts(content);
        return new SpecimenFile(
                path,
                GuestName.of(path.getFileName().toString(), identity.kind()),
                identity.kind(),
                identity.architecture(),
                facts.size(),
                facts.md5(),
                facts.sha1(),
                facts.sha256());
    }

    private static byte[] read(Path path, long maximum) {
        String shown = Shown.text(path);
        if (Files.isDirectory(path)) {
            throw FarmException.input(shown + " is a directory; give the file inside it");
        }
        if (!Files.exists(path)) {
            throw FarmException.input("no such file: " + shown + "; check the path");
        }
        if (!Files.isRegularFile(path)) {
            throw FarmException.input(shown + " is a device or a pipe; give a plain file");
        }
        if (!Files.isReadable(path)) {
            throw FarmException.input(
                    shown + " cannot be read: permission denied; allow this user to read it");
        }
        try (InputStream in = Files.newInputStream(path)) {
            int enoughToTell = (int) Math.min(Integer.MAX_VALUE - 16, maximum + 1);
            byte[] content = in.readNBytes(enoughToTell);
            if (content.length > maximum) {
                throw FarmException.input(
                        shown
                                + " has "
                                + Files.size(path)
                                + " bytes and the limit is "
                                + maximum
                                + "; give a smaller file");
            }
            if (content.length == 0) {
                throw FarmException.input(shown + " is empty; give the whole file");
            }
            return content;
        } catch (IOException e) {
            throw FarmException.input(shown + " cannot be read: " + Shown.text(e));
        }
    }

    private static FileFacts facts(byte[] content) {
        try {
            return FileHash.of(PeSource.of(content), new PeInspector());
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory can always be read", e);
        }
    }
}
