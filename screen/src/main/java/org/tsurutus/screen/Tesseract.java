package org.tsurutus.screen;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tsurutus.screen.grammar.WordTable;
import org.tsurutus.screen.text.GreyImage;
import org.tsurutus.screen.text.TesseractLibrary;

/// Reads text with the host's Tesseract library. An object belongs to the thread that opened it;
/// give every thread its own, and set `OMP_THREAD_LIMIT=1` before Java starts, or the library's
/// threads get in each other's way.
public final class Tesseract implements TextReader {
    /// Where Debian keeps the language data.
    public static final Path DATA = Path.of("/usr/share/tesseract-ocr/5/tessdata");

    private static final String ENGLISH = "eng";

    private static final int SINGLE_LINE = 7;

    private final Arena arena;
    private final Map<String, MemorySegment> engines;

    private Tesseract(Arena arena, Map<String, MemorySegment> engines) {
        this.arena = arena;
        this.engines = engines;
    }

    /// Opens a reader for all languages that there is a table of words for and that the host has
    /// data for.
    ///
    /// @throws ScreenException when the library or the English data is missing
    public static Tesseract open() {
        Map<String, String> languages = new LinkedHashMap<>(WordTable.languages());
        languages
                .values()
                .removeIf(name -> !name.equals(ENGLISH) && !Files.isReadable(file(DATA, name)));
        return open(DATA, languages);
    }

    /// Opens a reader for languages. Each reads with an engine of its own: together they take Latin
    /// letters for kana and kana for Latin letters.
    ///
    /// @param data the directory with `<language>.traineddata`
    /// @param languages the languages, the likeliest first, with Tesseract's names for them, for
    ///   example `ja` and `jpn`
    /// @throws ScreenException when the library or a language's data is missing
    @SuppressWarnings("MustBeClosedChecker") // closed with the reader
    public static Tesseract open(Path data, Map<String, String> languages) {
        for (String name : languages.values()) {
            if (!Files.isReadable(file(data, name))) {
                throw new ScreenException(
                        "no OCR data for %s in %s; install tesseract-ocr and tesseract-ocr-%s"
                                .formatted(name, data, name.replace('_', '-')));
            }
        }
        TesseractLibrary library = TesseractLibrary.get();
        Arena arena = Arena.ofConfined();
        try {
            Map<String, MemorySegment> engines = new LinkedHashMap<>();
            languages.forEach(
                    (language, name) -> engines.put(language, engine(library, arena, data, name)));
            return new Tesseract(arena, engines);
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
    public List<String> languages() {
        return List.copyOf(engines.keySet());
    }

    @Override
    public Reading read(Frame line, String language, Rendering rendering) {
        MemorySegment engine = engines.get(language);
        if (engine == null) {
            throw new ScreenException(
                    "no OCR data for the language %s was opened; there are %s"
                            .formatted(language, engines.keySet()));
        }
        GreyImage image = GreyImage.forReading(line, rendering);
        if (image.isBlank()) {
            return new Reading("", 0);
        }
        try (Arena pixels = Arena.ofConfined()) {
            MemorySegment copy = pixels.allocateFrom(ValueLayout.JAVA_BYTE, image.pixels());
            return TesseractLibrary.get()
                    .read(engine, copy, image.width(), image.height(), image.dotsPerInch());
        }
    }

    @Override
    public void close() {
        arena.close();
    }
}
