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
import org.tsurutus.farm.run.PcFolder;
import org.tsurutus.farm.run.RunDirectory;
import org.tsurutus.farm.run.RunManifest;

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
    /// @param terminal whose screen it was
    /// @param computer the name of that PC, where there are several
    record ClickRow(
            int number, String terminal, String computer, Click click, Shot before, Shot after) {
        /// Its place in the page.
        String anchor() {
            return "click-" + number;
        }
    }

    /// Reads what is kept of the screens of every PC.
    static Screens of(RunDirectory run, RunManifest manifest) {
        Computers computers = new Computers(manifest);
        List<PcFolder> folders = run.all(manifest);
        Screens all = new Screens(List.of(), 0, 0, new Capped<>(List.of(), 0));
        for (int pc = 0; pc < folders.size(); pc++) {
            all = all.with(folders.get(pc), manifest.pcs().get(pc).tmid(), computers);
        }
        return all;
    }

    private Screens with(PcFolder pc, String terminal, Computers computers) {
        ClickLog log = ClickLog.read(pc.clicks());
        Pictures pictures = new Pictures(pc.path(), computers.count());
        List<ClickRow> rows = new ArrayList<>(clicks);
        Set<String> used = new HashSet<>();
        for (Click click : log.clicks().rows()) {
            rows.add(
                    new ClickRow(
                            rows.size() + 1,
                            terminal,
                            computers.of(terminal),
                            click,
                            shot(click.before(), pictures),
                            shot(click.after(), pictures)));
            used.add(click.before());
            used.add(click.after());
        }
        Capped<String> names =
                Capped.of(
                        names(pc).stream().filter(name -> !used.contains(name)).toList(),
                        MOST_OTHERS);
        List<Shot> shots = new ArrayList<>(others.rows());
        for (String name : names.rows()) {
            Shot shot = shot(name, pictures);
            shots.add(new Shot(computers.label(terminal, shot.name()), shot.address()));
        }
        return new Screens(
                rows,
                leftOut + log.clicks().leftOut(),
                malformed + log.malformed(),
                new Capped<>(shots, others.leftOut() + names.leftOut()));
    }

    boolean isEmpty() {
        return clicks.isEmpty() && others.isEmpty();
    }

    /// The clicks on one PC's screen.
    List<Click> of(String terminal) {
        return clicks.stream()
                .filter(row -> row.terminal().equals(terminal))
                .map(ClickRow::click)
                .toList();
    }

    private static Shot shot(String name, Pictures pictures) {
        return new Shot(ShownText.of(name), pictures.embed(name).orElse(""));
    }

    private static List<String> names(PcFolder pc) {
        if (!Files.isDirectory(pc.screens())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(pc.screens())) {
            return files.map(file -> pc.path().relativize(file).toString())
                    .filter(name -> name.endsWith(".png"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw FarmException.environment("cannot list " + pc.screens() + ": " + e, e);
        }
    }
}
