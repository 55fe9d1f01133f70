package org.tsurutus.bench.toolkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tsurutus.bench.BenchException;
import org.tsurutus.farm.host.Command;

/// The program that shows dialogs inside the lab's PC, compiled with the dialogs of `scenes.json`.
final class Gallery {
    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final int LANGUAGES_A_SCENE = 3;
    private static final int LANGUAGE_STEP = 3;

    /// A dialog of the program's own resources.
    record Exhibit(Scene scene, String language) {}

    private final Wording wording;
    private final List<Exhibit> exhibits = new ArrayList<>();

    Gallery(List<Scene> scenes, Wording wording) {
        this.wording = wording;
        List<String> languages = wording.languages();
        for (int turn = 0; turn < LANGUAGES_A_SCENE; turn++) {
            for (int i = 0; i < scenes.size(); i++) {
                int language = (i + turn * LANGUAGE_STEP) % languages.size();
                exhibits.add(new Exhibit(scenes.get(i), languages.get(language)));
            }
        }
    }

    /// The dialogs in the order in which they are shown; the first has number 1.
    List<Exhibit> exhibits() {
        return exhibits;
    }

    Wording wording() {
        return wording;
    }

    /// Compiles the program and packs it with what it needs.
    ///
    /// @param sources the checkout's `bench/toolkits`
    /// @param installer the example that installs something
    /// @param work an empty folder
    /// @return a tar for the PC's specimen disk
    Path pack(Path sources, Path installer, Path work) {
        DialogResources resources = new DialogResources(wording);
        for (int i = 0; i < exhibits.size(); i++) {
            resources.add(i + 1, exhibits.get(i).scene(), exhibits.get(i).language());
        }
        try {
            Path script = Files.writeString(work.resolve("gallery.rc"), resources.text());
            Path object = work.resolve("gallery.o");
            Command.of("i686-w64-mingw32-windres", script.toString(), object.toString())
                    .within(LIMIT)
                    .run();
            Command.of(
                            "i686-w64-mingw32-gcc",
                            "-std=c11",
                            "-Wall",
                            "-Wextra",
                            "-Werror",
                            "-Os",
                            "-s",
                            "-static",
                            "-municode",
                            "-mwindows",
                            "-o",
                            work.resolve("gallery.exe").toString(),
                            sources.resolve("gallery.c").toString(),
                            object.toString())
                    .within(LIMIT)
                    .run();
            Files.copy(installer, work.resolve("setup.exe"));
        } catch (IOException e) {
            throw new BenchException("cannot make gallery.exe in " + work + ": " + e, e);
        }
        Path archive = work.resolve("gallery.tar");
        Command.of(
                        "tar",
                        "--format=ustar",
                        "--owner=1000",
                        "--group=1000",
                        "-C",
                        work.toString(),
                        "-cf",
                        archive.toString(),
                        "gallery.exe",
                        "setup.exe")
                .within(LIMIT)
                .run();
        return archive;
    }
}
