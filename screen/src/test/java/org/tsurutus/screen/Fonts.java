package org.tsurutus.screen;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The fonts of this host that dialogs can be drawn with.
final class Fonts {
    private static final List<String> INSTALLED =
            Arrays.asList(
                    GraphicsEnvironment.getLocalGraphicsEnvironment()
                            .getAvailableFontFamilyNames());

    private Fonts() {}

    static Font latin(int size) {
        String family = installed("Liberation Sans", "DejaVu Sans").orElse(Font.DIALOG);
        return new Font(family, Font.PLAIN, size);
    }

    static Optional<Font> named(String family, int size) {
        return installed(family).map(name -> new Font(name, Font.PLAIN, size));
    }

    static Optional<Font> japanese(int size) {
        return INSTALLED.stream()
                .map(family -> new Font(family, Font.PLAIN, size))
                .filter(font -> font.canDisplayUpTo("はいキャンセル同意次") < 0)
                .findFirst();
    }

    private static Optional<String> installed(String... families) {
        return Arrays.stream(families).filter(INSTALLED::contains).findFirst();
    }
}
