package org.tsurutus.farm.image;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.tsurutus.farm.FarmException;
import org.tsurutus.sensor.fact.FileTimes;
import org.tsurutus.sensor.file.FileFacts;
import org.tsurutus.sensor.file.FileHash;
import org.tsurutus.sensor.file.PeInspector;

/// The files that a guest image has on drive C, with their hashes and what they say of themselves:
/// what the sensor knows before a run.
///
/// The file is UTF-8, one file a line, with 28 columns between tabs: Windows path, size, MD5,
/// SHA-1, SHA-256; created, accessed, modified; architecture of a PE image; company, copyright,
/// description, file version, product, product version; signature (`None`, `Valid`, `Invalid`), the
/// reason and the detail of an invalid one; signer, issuer, serial, valid from, valid to, digest,
/// signing time, timestamp, whether that is trusted (`true`, `false`), number of nested signatures.
/// Times are ISO 8601 in UTC. What there is none of is `-`. In texts `%`, tab and line ends stand
/// as `%25`, `%09`, `%0A`, `%0D`, and a text that is just `-` as `%2D`.
public final class FileList {
    private FileList() {}

    /// Lists every regular file below `driveC`, believing no signature: an image outlives whom a
    /// user trusts at the moment. Wine's own files bear no signatures, so that nothing is judged
    /// otherwise for it.
    static void write(Path driveC, Path list) {
        write(driveC, list, new PeInspector());
    }

    /// Lists every regular file below `driveC`.
    ///
    /// @param inspector judges signatures once and for all
    static void write(Path driveC, Path list, PeInspector inspector) {
        try (Stream<Path> tree = Files.walk(driveC);
                BufferedWriter out = Files.newBufferedWriter(list)) {
            boolean creationIsKept = keepsCreation(list);
            for (Path file : tree.filter(FileList::isFile).sorted().toList()) {
                // before the bytes are read, which is an access
                FileTimes times = times(file, creationIsKept);
                String name = "C:\\" + driveC.relativize(file).toString().replace('/', '\\');
                out.write(new FileRow(name, FileHash.of(file, inspector).with(times)).line());
                out.write('\n');
            }
        } catch (IOException e) {
            throw FarmException.environment("cannot list the files of " + driveC + ": " + e, e);
        }
    }

    private static boolean isFile(Path path) {
        return Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    /// Where a file system does not keep when a file was created, Java answers when it was
    /// modified, which is told apart only by a file modified before it was created: here the list
    /// itself, which is about to be written.
    private static boolean keepsCreation(Path list) throws IOException {
        FileTime past = FileTime.from(Instant.EPOCH);
        Files.setLastModifiedTime(list, past);
        return !Files.readAttributes(list, BasicFileAttributes.class).creationTime().equals(past);
    }

    private static FileTimes times(Path file, boolean creationIsKept) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileTimes(
                attributes.lastAccessTime().toInstant(),
                attributes.lastModifiedTime().toInstant(),
                Optional.of(attributes.creationTime().toInstant()).filter(_ -> creationIsKept));
    }

    /// Writes a list of known files, by path, compressed by gzip: one to be kept beside a run.
    public static void pack(Map<String, FileFacts> files, Path list) {
        try (Writer out =
                new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(list)),
                        StandardCharsets.UTF_8)) {
            for (Map.Entry<String, FileFacts> file : new TreeMap<>(files).entrySet()) {
                out.write(new FileRow(file.getKey(), file.getValue()).line());
                out.write('\n');
            }
        } catch (IOException e) {
            throw FarmException.environment("cannot write " + list + ": " + e, e);
        }
    }

    /// Reads back what [#pack] wrote, by Windows path.
    ///
    /// @throws FarmException when it is missing, or naming the line and the column that are damaged
    public static Map<String, FileFacts> unpack(Path list) {
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(list)),
                                StandardCharsets.UTF_8))) {
            return parse(list, in.readAllLines(), "take an undamaged copy of it");
        } catch (IOException e) {
            throw FarmException.input(
                    "cannot read " + list + " (" + e + "); take an undamaged copy of it");
        }
    }

    /// Reads an image's list back, by Windows path.
    ///
    /// @throws FarmException naming the line and the column that are damaged
    public static Map<String, FileFacts> read(Path list) {
        return parse(list, lines(list), "run ./tsurutus image build --again");
    }

    private static Map<String, FileFacts> parse(Path list, List<String> lines, String remedy) {
        Map<String, FileFacts> facts = new HashMap<>();
        for (int index = 0; index < lines.size(); index++) {
            try {
                FileRow row = FileRow.read(lines.get(index));
                facts.put(row.path(), row.facts());
            } catch (IllegalArgumentException e) {
                throw FarmException.environment(
                        list
                                + ":"
                                + (index + 1)
                                + " is damaged ("
                                + e.getMessage()
                                + "); "
                                + remedy);
            }
        }
        return facts;
    }

    private static List<String> lines(Path list) {
        try {
            return Files.readAllLines(list, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw FarmException.environment("cannot read " + list + ": " + e, e);
        }
    }

    /// Size, hashes and kind of one file of the host, believing no signature.
    public static FileFacts facts(Path file) throws IOException {
        return FileHash.of(file, new PeInspector());
    }
}
