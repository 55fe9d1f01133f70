package org.tsurutus.farm.image;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tsurutus.farm.FarmException;
import org.tsurutus.sensor.file.FileFacts;
import org.tsurutus.sensor.file.FileHash;

/// The files that a guest image has on drive C, with their hashes: what the sensor knows before a
/// run.
///
/// The file is tab-separated: Windows path, size, MD5, SHA-1, SHA-256, `pe` or `-`, architecture or
/// `-`.
public final class FileList {
    private FileList() {}

    /// Lists every regular file below `driveC`.
    static void write(Path driveC, Path list) {
        try (Stream<Path> tree = Files.walk(driveC);
                BufferedWriter out = Files.newBufferedWriter(list)) {
            for (Path file :
                    tree.filter(path ->
                                    Files.isRegularFile(
                                            path, java.nio.file.LinkOption.NOFOLLOW_LINKS))
                            .sorted()
                            .toList()) {
                FileFacts facts = facts(file);
                String name = "C:\\" + driveC.relativize(file).toString().replace('/', '\\');
                out.write(
                        String.join(
                                "\t",
                                name,
                                Long.toString(facts.size()),
                                facts.md5(),
                                facts.sha1(),
                                facts.sha256(),
                                facts.pe() ? "pe" : "-",
                                facts.architecture().orElse("-")));
                out.write('\n');
            }
        } catch (IOException e) {
            throw FarmException.environment("cannot list the files of " + driveC + ": " + e, e);
        }
    }

    /// Reads a list back, by Windows path.
    public static Map<String, FileFacts> read(Path list) {
        try {
            Map<String, FileFacts> facts = new HashMap<>();
            List<String> lines = Files.readAllLines(list, StandardCharsets.UTF_8);
            for (int index = 0; index < lines.size(); index++) {
                String[] columns = lines.get(index).split("\t", -1);
                if (columns.length != 7) {
                    throw FarmException.environment(
                            list
                                    + ":"
                                    + (index + 1)
                                    + " is damaged; run ./tsurutus image build --again");
                }
                facts.put(
                        columns[0],
                        new FileFacts(
                                Long.parseLong(columns[1]),
                                columns[2],
                                columns[3],
                                columns[4],
                                columns[6].equals("-") ? Optional.empty() : Optional.of(columns[6]),
                                columns[5].equals("pe")));
            }
            return facts;
        } catch (IOException e) {
            throw FarmException.environment("cannot read " + list + ": " + e, e);
        }
    }

    /// Size, hashes and kind of one file of the host.
    public static FileFacts facts(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return FileHash.of(in);
        }
    }
}
