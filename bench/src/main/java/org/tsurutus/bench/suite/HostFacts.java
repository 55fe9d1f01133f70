package org.tsurutus.bench.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// What one must know of the host to read its numbers.
public final class HostFacts {
    private static final double GIBIBYTE = 1 << 20;

    private HostFacts() {}

    /// Cores, processor, memory, JDK and what else the host was doing, a line each.
    public static List<String> lines() {
        double memory =
                Double.parseDouble(after("/proc/meminfo", "MemTotal").replaceAll("[^0-9]", ""));
        return List.of(
                "cores      " + Runtime.getRuntime().availableProcessors(),
                "processor  " + after("/proc/cpuinfo", "model name"),
                String.format(Locale.ROOT, "memory     %.1f GiB", memory / GIBIBYTE),
                "system     "
                        + System.getProperty("os.name")
                        + " "
                        + System.getProperty("os.version"),
                "java       " + System.getProperty("java.vendor") + " " + Runtime.version(),
                "load       "
                        + read("/proc/loadavg").getFirst()
                        + "  (numbers of a busy host say little)");
    }

    private static String after(String file, String key) {
        return read(file).stream()
                .filter(line -> line.startsWith(key))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .orElse("0 (unknown)");
    }

    private static List<String> read(String file) {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException _) {
            return List.of("unknown");
        }
    }
}
