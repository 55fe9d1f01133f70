package org.tsurutus.sensor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Registry keys that Wine itself writes whenever a program opens its first window. The acts are
/// recorded, at a lower level, since no program asked for them. The knowledge is the table
/// `wine-own-keys.txt`.
final class WineOwnKeys {
    private static final List<String> BEGINNINGS = read();

    private WineOwnKeys() {}

    static boolean contain(String path) {
        return BEGINNINGS.stream()
                .anyMatch(own -> path.regionMatches(true, 0, own, 0, own.length()));
    }

    private static List<String> read() {
        try (InputStream in = WineOwnKeys.class.getResourceAsStream("wine-own-keys.txt")) {
            if (in == null) {
                throw new IllegalStateException(
                        "wine-own-keys.txt is missing from the sensor module");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
