package org.tsurutus.sensor.trace;

import java.util.HashMap;
import java.util.Map;
import org.tsurutus.sensor.ResourceLines;

/// The wineserver's protocol as far as it matters, read from `protocol.tsv`.
final class Protocol {
    private static final Map<String, Layout> LAYOUTS = read();

    private Protocol() {}

    /// What is known of one request.
    ///
    /// @param number in the protocol
    /// @param request offsets of the request's fields, in bytes
    /// @param reply offsets of the reply's fields, in bytes
    record Layout(int number, Map<String, Integer> request, Map<String, Integer> reply) {}

    static Layout layout(String request) {
        Layout layout = LAYOUTS.get(request);
        if (layout == null) {
            throw new IllegalStateException("protocol.tsv does not name " + request);
        }
        return layout;
    }

    private static Map<String, Layout> read() {
        Map<String, Layout> layouts = new HashMap<>();
        for (String line : ResourceLines.of(Protocol.class, "protocol.tsv")) {
            String[] words = line.split("\t", -1);
            int number = Integer.parseInt(words[1]);
            Layout layout =
                    layouts.computeIfAbsent(
                            words[0], _ -> new Layout(number, new HashMap<>(), new HashMap<>()));
            if (words.length > 2) {
                Map<String, Integer> side =
                        words[2].equals("reply") ? layout.reply() : layout.request();
                side.put(words[3], Integer.valueOf(words[4]));
            }
        }
        return layouts;
    }
}
