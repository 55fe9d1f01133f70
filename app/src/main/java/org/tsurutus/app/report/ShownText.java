package org.tsurutus.app.report;

import java.time.Duration;
import java.util.Locale;
import org.tsurutus.markii.HostileText;

/// How this package words what it shows.
final class ShownText {
    private static final int LONGEST = 1_000;
    private static final long KIBIBYTE = 1024;

    private ShownText() {}

    /// Text of a specimen: nothing in it is invisible, and a long one is cut and says so.
    static String of(String text) {
        int length = text.codePointCount(0, text.length());
        if (length <= LONGEST) {
            return HostileText.shown(text);
        }
        String start = text.substring(0, text.offsetByCodePoints(0, LONGEST));
        return HostileText.shown(start) + "… (" + count(length - LONGEST) + " more characters)";
    }

    /// The last part of a Windows path.
    static String fileName(String path) {
        return of(path.substring(path.lastIndexOf('\\') + 1));
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// A number with its noun, in the plural where it is not one.
    static String count(long number, String noun) {
        return count(number) + " " + noun + (number == 1 ? "" : "s");
    }

    static String bytes(long bytes) {
        if (bytes < KIBIBYTE) {
            return count(bytes, "byte");
        }
        double amount = bytes;
        int unit = -1;
        while (amount >= KIBIBYTE && unit < 3) {
            amount /= KIBIBYTE;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %siB", amount, "KMGT".charAt(unit));
    }

    /// A span as `1:02.003` (minutes, seconds, milliseconds), with its sign where it is negative.
    static String span(Duration span) {
        Duration size = span.abs();
        return String.format(
                Locale.ROOT,
                "%s%d:%02d.%03d",
                span.isNegative() ? "−" : "",
                size.toMinutes(),
                size.toSecondsPart(),
                size.toMillisPart());
    }
}
