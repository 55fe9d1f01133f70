package org.tsurutus.bench.click;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.tsurutus.bench.BenchException;

/// A frame on disk with its truth.
///
/// @param png the picture
/// @param truth what is on it
public record Picture(Path png, Truth truth) {
    /// All of a folder, by name.
    ///
    /// @throws BenchException when the folder cannot be read or a truth has no picture
    public static List<Picture> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Picture::of)
                    .toList();
        } catch (IOException e) {
            throw new BenchException("cannot list " + folder + " (" + e + "); name a folder", e);
        }
    }

    private static Picture of(Path file) {
        String name = file.getFileName().toString();
        Path png = file.resolveSibling(name.substring(0, name.length() - 5) + ".png");
        if (!Files.isReadable(png)) {
            throw new BenchException(file + " has no picture " + png + "; make both anew");
        }
        return new Picture(png, Truth.read(file));
    }
}
