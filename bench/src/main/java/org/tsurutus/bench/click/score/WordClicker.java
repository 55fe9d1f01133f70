package org.tsurutus.bench.click.score;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tsurutus.bench.click.Picture;
import org.tsurutus.bench.click.TrueControl;
import org.tsurutus.bench.click.draw.WordList;

/// What is compared against: a program inside the PC that lists windows, which tell their texts
/// only where the toolkit is Win32, and presses the first button whose text holds a known word.
public final class WordClicker implements Clicker {
    private static final String TOOLKIT = "win32";
    private static final List<String> WINDOWS = List.of("button", "check_box", "radio_button");

    private final List<String> words = WordList.read("baseline-words.txt");

    @Override
    public Seen look(Picture picture) {
        long start = System.nanoTime();
        Optional<Seen.Found> press =
                picture.truth().controls().stream()
                        .filter(control -> isWindow(picture, control))
                        .filter(control -> control.enabled() && isKnown(control.label()))
                        .findFirst()
                        .map(control ->
                                new Seen.Found(control.kind(), control.box(), control.label()));
        return new Seen(List.of(), press, System.nanoTime() - start);
    }

    private static boolean isWindow(Picture picture, TrueControl control) {
        return picture.truth().toolkit().equals(TOOLKIT) && WINDOWS.contains(control.kind());
    }

    private boolean isKnown(String label) {
        String lower = label.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(lower::contains);
    }
}
