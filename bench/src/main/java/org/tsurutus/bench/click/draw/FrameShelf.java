package org.tsurutus.bench.click.draw;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntConsumer;
import org.tsurutus.bench.BenchException;
import org.tsurutus.bench.click.Picture;
import org.tsurutus.bench.click.Split;
import org.tsurutus.bench.click.Surroundings;

/// Keeps made frames, so that they are made once for each state of the generator and the browser.
public final class FrameShelf {
    private static final List<String> RESOURCES =
            List.of(
                    "stage.css",
                    "stage.js",
                    "desktop.js",
                    "dialogs.js",
                    "distractors.js",
                    "dialogs.json",
                    "strings.tsv",
                    "sentences.tsv",
                    "names.tsv",
                    "fonts.tsv",
                    "skins.tsv",
                    "screens.tsv",
                    "distractors.tsv",
                    "packages.tsv");
    private static final List<Class<?>> CODE =
            List.of(
                    Planner.class,
                    Draw.class,
                    Plan.class,
                    Stage.class,
                    Smoothing.class,
                    Pictures.class,
                    FrameMaker.class);

    private final Surroundings surroundings;

    public FrameShelf(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// Frames, made if they are not there yet.
    ///
    /// @param split what they are for
    /// @param from the first index
    /// @param count how many
    /// @param progress told after each frame that is made how many are
    /// @throws BenchException when they cannot be made or kept
    public List<Picture> frames(Split split, long from, int count, IntConsumer progress) {
        try (FrameMaker maker = new FrameMaker(surroundings)) {
            Path folder =
                    surroundings
                            .cache()
                            .resolve(
                                    "%s-%s-%d-%d"
                                            .formatted(state(maker), split.word(), from, count));
            if (!Files.isDirectory(folder)) {
                Path part = Files.createTempDirectory(surroundings.cache(), "part");
                write(maker, part, split, from, count, progress);
                Files.move(part, folder);
            }
            return Picture.in(folder);
        } catch (IOException e) {
            throw new BenchException(
                    "cannot keep frames in " + surroundings.cache() + " (" + e + "); use --cache",
                    e);
        }
    }

    /// Writes frames into a folder that is there.
    ///
    /// @throws IOException when one cannot be written
    public static void write(
            FrameMaker maker, Path folder, Split split, long from, int count, IntConsumer progress)
            throws IOException {
        for (int done = 0; done < count; done++) {
            MadeFrame frame = maker.make(split, from + done);
            String id = frame.truth().id();
            Files.write(folder.resolve(id + ".png"), frame.png());
            Files.writeString(folder.resolve(id + ".json"), frame.truth().toJson() + "\n");
            progress.accept(done + 1);
        }
    }

    private static String state(FrameMaker maker) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            RESOURCES.forEach(name -> digest.update(Tables.bytes(name)));
            for (Class<?> code : CODE) {
                digest.update(bytes(code));
            }
            digest.update(maker.browserVersion().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new BenchException("this Java has no SHA-256; use a complete JDK", e);
        }
    }

    private static byte[] bytes(Class<?> code) {
        String name = code.getSimpleName() + ".class";
        try (InputStream in = code.getResourceAsStream(name)) {
            if (in == null) {
                throw new BenchException(name + " is missing from the bench module; build it anew");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new BenchException("cannot read " + name + " (" + e + "); build it anew", e);
        }
    }
}
