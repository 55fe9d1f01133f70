package org.tsurutus.hunt.lateral;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.tsurutus.markii.HostileText;

/// Steps to read, one a line.
public final class LateralText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS xxx", Locale.ROOT);

    private LateralText() {}

    /// Time, kind, from where to where and what, two spaces between them and no line end.
    /// Characters that cannot be seen are visible.
    public static String of(LateralStep step) {
        return (step.time().format(TIME)
                        + "  "
                        + step.kind().words()
                        + "  "
                        + HostileText.shown(step.from())
                        + " → "
                        + HostileText.shown(step.to())
                        + "  "
                        + HostileText.shown(step.what()))
                .stripTrailing();
    }
}
