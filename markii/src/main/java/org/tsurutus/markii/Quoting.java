package org.tsurutus.markii;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/// Which values a writer leaves bare; everything else is quoted. The knowledge is the table
/// `bare-keys.txt`: a key for every event, or `evt:key` for one event only.
final class Quoting {
    private static final Set<String> BARE = read();

    private Quoting() {}

    static boolean quotes(String event, String key) {
        return !BARE.contains(key) && !BARE.contains(event + ":" + key);
    }

    private static Set<String> read() {
        Set<String> bare = new HashSet<>();
        try (InputStream in = Quoting.class.getResourceAsStream("bare-keys.txt")) {
            if (in == null) {
                throw new IllegalStateException("bare-keys.txt is missing from the markii module");
            }
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    bare.add(line.strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bare;
    }
}
