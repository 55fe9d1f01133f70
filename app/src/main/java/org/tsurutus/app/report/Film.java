package org.tsurutus.app.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.run.PcFolder;
import org.tsurutus.farm.run.RunDirectory;
import org.tsurutus.screen.cast.Change;
import org.tsurutus.screen.cast.Screencast;
import tools.jackson.databind.json.JsonMapper;

/// The screencast of a run, as the page plays it.
///
/// @param changes what the player shows one after the other; none where there is no screencast
/// @param last when it ends, in milliseconds on the clock of the changes
/// @param moments the clicks that it shows
/// @param lacks what is not in it, in words
record Film(List<Change> changes, long last, List<KeyMoment> moments, List<String> lacks) {
    private static final JsonMapper JSON = new JsonMapper();

    Film {
        changes = List.copyOf(changes);
        moments = List.copyOf(moments);
        lacks = List.copyOf(lacks);
    }

    /// Reads the screencast of the PC that got the specimen; an absent one is empty, a damaged one
    /// says so.
    ///
    /// @param others other PCs that were filmed
    static Film of(RunDirectory run, List<Click> clicks, List<String> others) {
        Path file = run.screens().resolve(Screencast.FILE_NAME);
        Film film =
                isOf(run, file)
                        ? FilmReader.read(file, clicks)
                        : new Film(List.of(), 0, List.of(), List.of());
        if (others.isEmpty()) {
            return film;
        }
        List<String> lacks = new ArrayList<>(film.lacks());
        lacks.add(
                "This is the PC of the specimen; the screencasts of "
                        + String.join(", ", others)
                        + " are in the run’s pcs/ beside the page.");
        return new Film(film.changes(), film.last(), film.moments(), lacks);
    }

    /// Whether a PC was filmed.
    static boolean isThere(PcFolder pc) {
        return Files.isRegularFile(pc.screens().resolve(Screencast.FILE_NAME));
    }

    /// Whether nothing is to be said of it.
    boolean isEmpty() {
        return changes.isEmpty() && lacks.isEmpty();
    }

    /// Whether there is something to play.
    boolean isPlayable() {
        return !changes.isEmpty();
    }

    long first() {
        return changes.isEmpty() ? 0 : changes.getFirst().millis();
    }

    String length() {
        return ShownText.span(Duration.ofMillis(last - first()));
    }

    /// The changes as JSON: numbers, hashes and Base64 alone.
    String json() {
        return JSON.writeValueAsString(changes);
    }

    /// Whether the file really lies in the run's directory, which nobody vouches for.
    private static boolean isOf(RunDirectory run, Path file) {
        try {
            return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                    && file.toRealPath().startsWith(run.path().toRealPath());
        } catch (IOException e) {
            throw FarmException.environment("cannot look for " + file + ": " + e, e);
        }
    }
}
