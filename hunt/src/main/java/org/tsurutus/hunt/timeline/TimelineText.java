package org.tsurutus.hunt.timeline;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.tsurutus.markii.HostileText;

/// Timeline entries to read, one a line.
public final class TimelineText {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS xxx", Locale.ROOT);
    private static final int LONGEST = 500;
    private static final int SHORT_GUID = 8;

    private TimelineText() {}

    /// Time, computer, process, kind and what happened, two spaces between them and no line end.
    /// Characters that cannot be seen are visible; what is long is cut and says so.
    public static String of(TimelineEntry entry) {
        String computer = entry.computer().isEmpty() ? entry.terminal() : entry.computer();
        String line =
                entry.time().format(TIME)
                        + "  "
                        + shown(computer)
                        + "  "
                        + shown(process(entry))
                        + "  "
                        + shown(entry.kind())
                        + "  "
                        + shown(entry.what());
        return line.stripTrailing();
    }

    /// The file name of the process with its number, or with the beginning of its GUID.
    private static String process(TimelineEntry entry) {
        String name = entry.path().substring(entry.path().lastIndexOf('\\') + 1);
        String guid = entry.guid().replace("{", "").replace("}", "");
        String number = entry.pid().orElse(guid.substring(0, Math.min(SHORT_GUID, guid.length())));
        return number.isEmpty() ? dash(name) : dash(name) + " (" + number + ")";
    }

    private static String dash(String name) {
        return name.isEmpty() ? "-" : name;
    }

    private static String shown(String text) {
        int length = text.codePointCount(0, text.length());
        if (length <= LONGEST) {
            return HostileText.shown(text);
        }
        String start = text.substring(0, text.offsetByCodePoints(0, LONGEST));
        return HostileText.shown(start) + "… (" + (length - LONGEST) + " more)";
    }
}
