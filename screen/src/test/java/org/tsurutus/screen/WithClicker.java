package org.tsurutus.screen;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/// Clickers before a painted desktop, in time that passes only when someone rests.
abstract class WithClicker {
    @TempDir Path run;

    final PaintedDesktop desktop = new PaintedDesktop(1024, 768);
    final VirtualTime time = new VirtualTime();

    private final Tesseract reader = Tesseract.open();
    private final List<CrazyClicker> clickers = new ArrayList<>();

    @AfterEach
    void close() {
        clickers.forEach(CrazyClicker::close);
        reader.close();
    }

    CrazyClicker clicker() {
        return clicker(desktop, desktop);
    }

    CrazyClicker clicker(Screen screen, Input input) {
        CrazyClicker clicker = clicker(screen, input, run.resolve("screens"), time.clock());
        clickers.add(clicker);
        return clicker;
    }

    CrazyClicker clicker(Screen screen, Input input, Path screens, ScreenClock clock) {
        return new CrazyClicker(
                screen,
                input,
                reader,
                screens,
                screens.resolveSibling("clicks.jsonl"),
                clock,
                new SplittableRandom(7));
    }

    static List<Click> looks(CrazyClicker clicker, int times) {
        List<Click> clicks = new ArrayList<>();
        for (int look = 0; look < times; look++) {
            Optional<Click> click = clicker.look();
            click.ifPresent(clicks::add);
        }
        return clicks;
    }
}
