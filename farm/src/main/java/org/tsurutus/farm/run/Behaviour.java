package org.tsurutus.farm.run;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.tsurutus.markii.MarkIIRecord;

/// Whether a PC still does something, and something that it has not done before: a path, a key, a
/// host or a program that its log shows for the first time. What the system does unasked does not
/// count. Times are the host's monotonic nanoseconds.
final class Behaviour {
    /// What is counted as first seen is counted over this time.
    static final Duration WINDOW = Duration.ofMinutes(1);

    /// What acts are done to, by the names of Mark II.
    private static final String[] OBJECTS = {"psPath", "path", "dstPath", "dstIP", "srcIP", "host"};

    /// Of more different objects none counts as new, so that a specimen that makes up names without
    /// end does not fill the controller's memory.
    private static final int MOST = 1_000_000;

    private final int[] perSecond = new int[(int) WINDOW.toSeconds()];
    private final Set<UUID> seen = new HashSet<>();
    private final long begun;
    private long lastAct;
    private long lastSecond;

    Behaviour(long now) {
        begun = now;
        lastAct = now;
    }

    void see(MarkIIRecord written, long now) {
        if (written.isBackground()) {
            return;
        }
        lastAct = now;
        advance(now);
        for (String object : OBJECTS) {
            Optional<String> value = written.value(object).filter(text -> !text.isEmpty());
            if (value.isPresent() && seen.size() < MOST && seen.add(mark(object, value.get()))) {
                perSecond[(int) (lastSecond % perSecond.length)]++;
            }
        }
    }

    /// What one object is remembered by, whatever its length. Programs and files share names.
    private static UUID mark(String object, String value) {
        String family = object.endsWith("Path") ? "path" : object;
        String text = family + "=" + value.toLowerCase(Locale.ROOT);
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /// How many objects were seen for the first time within the window that ends now.
    int firstSeen(long now) {
        advance(now);
        return Arrays.stream(perSecond).sum();
    }

    /// How long nobody has done anything.
    Duration quietFor(long now) {
        return Duration.ofNanos(now - lastAct);
    }

    private void advance(long now) {
        long second = TimeUnit.NANOSECONDS.toSeconds(now - begun);
        if (second - lastSecond >= perSecond.length) {
            Arrays.fill(perSecond, 0);
        } else {
            for (long past = lastSecond + 1; past <= second; past++) {
                perSecond[(int) (past % perSecond.length)] = 0;
            }
        }
        lastSecond = Math.max(lastSecond, second);
    }
}
