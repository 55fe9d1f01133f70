package org.tsurutus.screen;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    /// Measured on painted buttons: strokes of kanji run into each other when enlarged further.
    private static final Map<String, Integer> SCALES = Map.of("jpn", 2);

    private static final int USUAL_SCALE = 3;

    private final Arena arena;
    private final List<Engine> engines;

    private record Engine(MemorySegment handle, int scale) {}

    private Tesseract(Arena arena, List<Engine> engines) {
        this.arena = arena;
        this.engines = engines;
    }

    /// Opens a reader for English and Japanese, or for English alone where the host lacks Japanese.
    ///
    /// @throws ScreenException when the library or the English data is missing
    public static Tesseract open() {
        boolean japanese = Files.isReadable(file(DATA, "jpn"));
        return open(DATA, japanese ? List.of("eng", "jpn") : List.of("eng"));
    }

    /// Opens a reader for languages. Each language reads every line on its own and the surest
    /// reading counts: together they take Latin letters for kana and kana for Latin letters.
    ///
    /// @param data the directory with `<language>.traineddata`
    /// @param languages Tesseract's names, for example `eng` and `jpn`, the likeliest first
    /// @throws ScreenException when the library or a language's data is missing
    @SuppressWarnings("MustBeClosedChecker") // closed with the reader
    public static Tesseract open(Path data, List<String> languages) {
        for (String language : languages) {
            if (!Files.isReadable(file(data, language))) {
                throw new ScreenException(
                        "no OCR data for %s in %s; install tesseract-ocr and tesseract-ocr-%s"
                                .formatted(language, data, language));
            }
        }
        TesseractLibrary library = TesseractLibrary.get();
        Arena arena = Arena.ofConfined();
        try {
            List<Engine> engines = new ArrayList<>();
            for (String language : languages) {
                engines.add(
                        new Engine(
                                engine(library, arena, data, language),
                                SCALES.getOrDefault(language, USUAL_SCALE)));
            }
            return new Tesseract(arena, List.copyOf(engines));
        } catch (RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    private static MemorySegment engine(
            TesseractLibrary library, Arena arena, Path data, String language) {
        MemorySegment engine = library.create(arena);
        // The library's remarks about pictures would mingle with the program's own output.
        library.setVariable(engine, "debug_file", "/dev/null");
        if (library.initialise(engine, data.toString(), language) != 0) {
            throw new ScreenException(
                    "the OCR data for %s in %s cannot be used; reinstall tesseract-ocr"
                            .formatted(language, data));
        }
        library.pageSegmentation(engine, SINGLE_LINE);
        return engine;
    }

    private static Path file(Path directory, String language) {
        return directory.resolve(language + ".traineddata");
    }

    @Override
    public Reading read(Frame line) {
        Reading surest = new Reading("", 0);
        for (Engine engine : engines) {
            Reading reading = read(engine, GreyImage.forReading(line, engine.scale()));
            if (reading.confidence() > surest.confidence()) {
                surest = reading;
            }
        }
        return surest;
    }

    private static Reading read(Engine engine, GreyImage image) {
        if (image.isBlank()) {
            return new Reading("", 0);
        }
        try (Arena pixels = Arena.ofConfined()) {
            MemorySegment copy = pixels.allocateFrom(ValueLayout.JAVA_BYTE, image.pixels());
            return TesseractLibrary.get()
                    .read(
                            engine.handle(),
                            copy,
                            image.width(),
                            image.height(),
                            DOTS_PER_INCH * engine.scale());
        }
    }

    @Override
    public void close() {
        arena.close();
    }
}
