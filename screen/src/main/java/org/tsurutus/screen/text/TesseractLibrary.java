package org.tsurutus.screen.text;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.tsurutus.screen.ScreenException;
import org.tsurutus.screen.TextReader.Reading;

/// The few C functions of Tesseract 5 that read a line.
public final class TesseractLibrary {
    private static final String NAME = "libtesseract.so.5";
    private static final int MAX_TEXT_BYTES = 1 << 16;

    private static final ReentrantLock LOCK = new ReentrantLock();
    private static Optional<TesseractLibrary> loaded = Optional.empty();

    private final MethodHandle create;
    private final MethodHandle delete;
    private final MethodHandle setVariable;
    private final MethodHandle initialise;
    private final MethodHandle pageSegmentation;
    private final MethodHandle image;
    private final MethodHandle resolution;
    private final MethodHandle text;
    private final MethodHandle confidence;
    private final MethodHandle deleteText;
    private final MethodHandle clear;

    private TesseractLibrary(SymbolLookup symbols) {
        create = function(symbols, "TessBaseAPICreate", ADDRESS);
        delete = procedure(symbols, "TessBaseAPIDelete", ADDRESS);
        setVariable =
                function(symbols, "TessBaseAPISetVariable", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
        initialise = function(symbols, "TessBaseAPIInit3", JAVA_INT, ADDRESS, ADDRESS, ADDRESS);
        pageSegmentation = procedure(symbols, "TessBaseAPISetPageSegMode", ADDRESS, JAVA_INT);
        image =
                procedure(
                        symbols,
                        "TessBaseAPISetImage",
                        ADDRESS,
                        ADDRESS,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT,
                        JAVA_INT);
        resolution = procedure(symbols, "TessBaseAPISetSourceResolution", ADDRESS, JAVA_INT);
        text = function(symbols, "TessBaseAPIGetUTF8Text", ADDRESS, ADDRESS);
        confidence = function(symbols, "TessBaseAPIMeanTextConf", JAVA_INT, ADDRESS);
        deleteText = procedure(symbols, "TessDeleteText", ADDRESS);
        clear = procedure(symbols, "TessBaseAPIClear", ADDRESS);
    }

    /// The library, loaded once and never unloaded.
    ///
    /// @throws ScreenException when the host has none
    public static TesseractLibrary get() {
        LOCK.lock();
        try {
            TesseractLibrary library = loaded.orElseGet(TesseractLibrary::load);
            loaded = Optional.of(library);
            return library;
        } finally {
            LOCK.unlock();
        }
    }

    /// A new engine that is deleted with the arena and belongs to the arena's thread.
    public MemorySegment create(Arena arena) {
        try {
            MemorySegment engine = (MemorySegment) create.invokeExact();
            return engine.reinterpret(arena, this::delete);
        } catch (Throwable e) {
            throw failed("create", e);
        }
    }

    private void delete(MemorySegment engine) {
        try {
            delete.invokeExact(engine);
        } catch (Throwable e) {
            throw failed("delete", e);
        }
    }

    /// Sets one of the library's variables; an unknown name is ignored.
    public void setVariable(MemorySegment engine, String name, String value) {
        try (Arena arena = Arena.ofConfined()) {
            int _ =
                    (int)
                            setVariable.invokeExact(
                                    engine, arena.allocateFrom(name), arena.allocateFrom(value));
        } catch (Throwable e) {
            throw failed("set up", e);
        }
    }

    /// Loads language data.
    ///
    /// @return 0 when that went well
    public int initialise(MemorySegment engine, String data, String languages) {
        try (Arena arena = Arena.ofConfined()) {
            return (int)
                    initialise.invokeExact(
                            engine, arena.allocateFrom(data), arena.allocateFrom(languages));
        } catch (Throwable e) {
            throw failed("initialise", e);
        }
    }

    /// Chooses how text is looked for on a page; 7 is a single line.
    public void pageSegmentation(MemorySegment engine, int mode) {
        try {
            pageSegmentation.invokeExact(engine, mode);
        } catch (Throwable e) {
            throw failed("set up", e);
        }
    }

    /// Reads the line in a picture of one grey byte a pixel.
    ///
    /// @param dotsPerInch the picture's resolution
    public Reading read(
            MemorySegment engine, MemorySegment grey, int width, int height, int dotsPerInch) {
        try {
            image.invokeExact(engine, grey, width, height, 1, width);
            resolution.invokeExact(engine, dotsPerInch);
            MemorySegment found = (MemorySegment) text.invokeExact(engine);
            if (found.equals(MemorySegment.NULL)) {
                return new Reading("", 0);
            }
            String line = found.reinterpret(MAX_TEXT_BYTES).getString(0).strip();
            deleteText.invokeExact(found);
            int percent = (int) confidence.invokeExact(engine);
            clear.invokeExact(engine);
            return new Reading(line, line.isEmpty() ? 0 : Math.clamp(percent / 100.0, 0, 1));
        } catch (Throwable e) {
            throw failed("read", e);
        }
    }

    private static MethodHandle function(
            SymbolLookup symbols, String name, MemoryLayout result, MemoryLayout... arguments) {
        return handle(symbols, name, FunctionDescriptor.of(result, arguments));
    }

    private static MethodHandle procedure(
            SymbolLookup symbols, String name, MemoryLayout... arguments) {
        return handle(symbols, name, FunctionDescriptor.ofVoid(arguments));
    }

    private static MethodHandle handle(
            SymbolLookup symbols, String name, FunctionDescriptor descriptor) {
        MemorySegment address =
                symbols.find(name)
                        .orElseThrow(() ->
                                new ScreenException(
                                        NAME + " lacks " + name + "; install tesseract-ocr 5"));
        return Linker.nativeLinker().downcallHandle(address, descriptor);
    }

    private static RuntimeException failed(String verb, Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return new ScreenException(
                "Tesseract could not " + verb + ": " + cause + "; use it from one thread, open",
                cause);
    }

    private static TesseractLibrary load() {
        try {
            return new TesseractLibrary(SymbolLookup.libraryLookup(NAME, Arena.global()));
        } catch (IllegalArgumentException e) {
            throw new ScreenException(
                    "this host has no " + NAME + "; install tesseract-ocr tesseract-ocr-jpn", e);
        }
    }
}
