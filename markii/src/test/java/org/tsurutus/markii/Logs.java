package org.tsurutus.markii;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.tsurutus.markii.scan.LogSource;

/// Short logs for tests.
public final class Logs {
    private Logs() {}

    public static LogSource of(String name, String log) {
        return of(name, log.getBytes(StandardCharsets.UTF_8));
    }

    public static LogSource of(String name, byte[] log) {
        return LogSource.of(name, new ByteArrayInputStream(log));
    }

    /// A line without its end, of 03/07/2017 in Japan.
    public static String line(String time, String fields) {
        return "03/07/2017 " + time + " +0900 " + fields;
    }
}
