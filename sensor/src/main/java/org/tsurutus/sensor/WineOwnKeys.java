package org.tsurutus.sensor;

import java.util.List;

/// Registry keys that Wine itself writes whenever a program opens its first window. The acts are
/// recorded, at a lower level, since no program asked for them. The knowledge is the table
/// `wine-own-keys.txt`.
final class WineOwnKeys {
    private static final List<String> BEGINNINGS =
            ResourceLines.of(WineOwnKeys.class, "wine-own-keys.txt");

    private WineOwnKeys() {}

    static boolean contain(String path) {
        return BEGINNINGS.stream()
                .anyMatch(own -> path.regionMatches(true, 0, own, 0, own.length()));
    }
}
