package org.tsurutus.app.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.tsurutus.farm.run.RunManifest;

/// What a loss means for the log, in words; `losses.tsv` has them by reason.
public final class Losses {
    private static final Map<String, String> LACKS = read();

    private Losses() {}

    /// One line for each reason that happened.
    public static List<String> of(RunManifest.Gaps gaps) {
        return gaps.byReason().entrySet().stream()
                .filter(gap -> gap.getValue() != 0)
                .map(gap -> line(gap.getKey(), gap.getValue()))
                .toList();
    }

    /// One reason with its count and what the log may lack for it.
    static String line(String reason, long count) {
        return ShownText.count(count)
                + " of “"
                + ShownText.of(reason)
                + "”: the log may lack "
                + LACKS.getOrDefault(reason, "something");
    }

    /// Whether there are words for a reason.
    static boolean knows(String reason) {
        return LACKS.containsKey(reason);
    }

    private static Map<String, String> read() {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        Losses.class.getResourceAsStream("losses.tsv")),
                                StandardCharsets.UTF_8))) {
            return lines.lines()
                    .map(line -> line.split("\t", 2))
                    .collect(Collectors.toUnmodifiableMap(row -> row[0], row -> row[1]));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read losses.tsv of this program", e);
        }
    }
}
