package org.tsurutus.screen;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tsurutus.screen.internal.GreyImage;
import org.tsurutus.screen.internal.TesseractLibrary;

/// Reads text with the host's Tesseract library. An object belongs to the thread that opened it;
/// give every thread its own, and set `OMP_THREAD_LIMIT=1` before Java starts, or the library's
/// threads get in each other's way.
public final class Tesseract implements TextReader {
    /// Where Debian keeps the language data.
    public static final Path DATA = Path.of("/usr/share/tesseract-ocr/5/tessdata");

    private static final int SINGLE_LINE = 7;
    private static final int DOTS_PER_INCH = 96;

    private final Arena arena;
    private final MemorySegment engine;

    private Tesseract(Arena arena, MemorySegment engine) {
        this.arena = arena;
        this.engine = engine;
    }

    /// Opens a reader for English and Japanese, or for English alone where the host lacks Japanese.
    ///
    /// @throws ScreenException when the library or the English data is missing
    public static Tesseract open() {
        boolean japanese = Files.isReadable(data(DATA, "jpn"));
        return open(DATA, japanese ? List.of("eng", "jpn") : List.of("eng"));
    }

    /// Opens a reader for languages.
    ///
    /// @param data the directory with `<language>.traineddata`
    /// @param languages Tesseract's names, for example `eng` and `jpn`, the likeliest first
    /// @throws ScreenException when the library or a language's data is missing
    public static Tesseract open(Path data, List<String> languages) {
        for (String language : languages) {
            if (!Files.isReadable(data(data, language))) {
                throw new ScreenException(
                        "no OCR data for %s in %s; install tesseract-ocr and tesseract-ocr-%s"
                                .formatted(language, data, language));
            }
        }
        TesseractLibrary library = TesseractLibrary.get();
        Arena arena = Arena.ofConfined();
        try {
            MemorySegment engine = library.create(arena);
            // The library's remarks about pictures would mingle with the program's own output.
            library.setVariable(engine, "debug_file", "/dev/null");
            String joined = String.join("+", languages);
            if (library.initialise(engine, data.toString(), joined) != 0) {
                throw new ScreenException(
                        "the OCR data for %s in %s cannot be used; reinstall tesseract-ocr"
                                .formatted(joined, data));
            }
            library.pageSegmentation(engine, SINGLE_LINE);
            return new Tesseract(arena, engine);
        } catch (RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    private static Path data(Path directory, String language) {
        return directory.resolve(language + ".traineddata");
    }

    @Override
    public Reading read(Frame line) {
        GreyImage image = GreyImage.forReading(line);
        if (image.isBlank()) {
            return new Reading("", 0);
        }
        try (Arena pixels = Arena.ofConfined()) {
            MemorySegment copy = pixels.allocateFrom(ValueLayout.JAVA_BYTE, image.pixels());
            return TesseractLibrary.get()
                    .read(
                            engine,
                            copy,
                            image.width(),
                            image.height(),
                            DOTS_PER_INCH * GreyImage.SCALE);
        }
    }

    @Override
    public void close() {
        arena.close();
    }
}
