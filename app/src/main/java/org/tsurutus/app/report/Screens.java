package org.tsurutus.app.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.run.RunDirectory;

/// What the screen showed: before and after every click, and what other pictures there are.
///
/// @param leftOut clicks that are not shown
/// @param malformed lines of `clicks.jsonl` that are no click
/// @param others pictures that belong to no click
record Screens(List<ClickRow> clicks, long leftOut, long malformed, Capped<Shot> others) {

    private static final int MOST_OTHERS = 24;

    /// A picture with its name; its address is empty where it could not be put into the page.
    record Shot(String name, String address) {
        boolean isShown() {
            return !address.isEmpty();
        }
    }

    /// A click with its pictures.
    ///
    /// @param number which click of the run, from 1
    record ClickRow(int number, Click click, Shot before, Shot after) {
        /// Its place in the page.
        String anchor() {
            return "click-" + number;
        }
    }

    static Screens of(RunDirectory run) {
        ClickLog log = ClickLog.read(run.clicks());
        Pictures pictures = new Pictures(run.path());
        List<ClickRow> rows = new ArrayList<>();
        Set<String> used = new HashSet<>();
        for (Click click : log.clicks().rows()) {
            rows.add(
                    new ClickRow(
                            rows.size() + 1,
                            click,
                            shot(click.before(), pictures),
                            shot(click.after(), pictures)));
            used.add(click.before());
            used.add(click.after());
        }
        List<String> others = names(run).stream().filter(name -> !used.contains(name)).toList();
        Capped<String> shown = Capped.of(others, MOST_OTHERS);
        return new Screens(
                rows,
                log.clicks().leftOut(),
                log.malformed(),
                new Capped<>(
                        shown.rows().stream().map(name -> shot(name, pictures)).toList(),
                        shown.leftOut()));
    }

    boolean isEmpty() {
        return clicks.isEmpty() && others.isEmpty();
    }

    private static Shot shot(String name, Pictures pictures) {
        return new Shot(ShownText.of(name), pictures.embed(name).orElse(""));
    }

    private static List<String> names(RunDirectory run) {
        if (!Files.isDirectory(run.screens())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(run.screens())) {
            return files.map(file -> run.path().relativize(file).toString())
                    .filter(name -> name.endsWith(".png"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw FarmException.environment("cannot list " + run.screens() + ": " + e, e);
        }
    }
}
