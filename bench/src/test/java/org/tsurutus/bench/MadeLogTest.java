package org.tsurutus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tsurutus.markii.Line;
import org.tsurutus.markii.MarkIIReader;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.markii.MarkIIWriter;

/// What made logs hold, as `README.md` promises.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MadeLogTest {
    private static final int BYTES = 12 << 20;

    private final long seed = ThreadLocalRandom.current().nextLong();
    private byte[] log = {};
    private List<MarkIIRecord> records = List.of();

    @BeforeAll
    void makeALog() {
        System.out.println("seed " + seed);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LogMaker.seeded(seed).write(out, BYTES);
        log = out.toByteArray();
        try (MarkIIReader reader = new MarkIIReader(new ByteArrayInputStream(log))) {
            records = reader.lines().map(line -> ((Line.Entry) line).record()).toList();
        }
    }

    @Test
    void theSharesOfKindsAreThoseOfTheReadme() throws Exception {
        Path readme = Path.of(System.getProperty("tsurutus.root"), "bench", "README.md");
        Map<String, Double> promised =
                Files.readAllLines(readme).stream()
                        .filter(line -> line.startsWith("| `") && line.contains(" % |"))
                        .map(line -> line.split("[|`% ]+"))
                        .collect(
                                Collectors.toMap(
                                        cells -> cells[1], cells -> Double.valueOf(cells[2])));

        Map<String, Long> counts =
                records.stream()
                        .collect(
                                Collectors.groupingBy(
                                        MarkIIRecord::kind, TreeMap::new, Collectors.counting()));

        counts.forEach((kind, count) ->
                System.out.printf(
                        Locale.ROOT,
                        "| `%s` | %.1f %% | %.0f |%n",
                        kind,
                        100.0 * count / records.size(),
                        meanLength(record -> record.kind().equals(kind))));
        assertThat(promised.keySet()).isEqualTo(counts.keySet());
        promised.forEach((kind, share) ->
                assertThat(100.0 * counts.get(kind) / records.size())
                        .as("share of %s, seed %d", kind, seed)
                        .isBetween(share * 0.85 - 0.2, share * 1.15 + 0.2));
    }

    @Test
    void linesAreAsLongAsRealOnes() {
        assertThat(meanLength(record -> record.kind().equals("ps/start")))
                .isBetween(1_200.0, 1_450.0);
        assertThat(meanLength(record -> record.value("pe", "").equals("1")))
                .isBetween(1_100.0, 1_400.0);
        assertThat(meanLength(record -> record.kind().equals("file/copy"))).isBetween(700.0, 900.0);
    }

    @Test
    void twelveTerminalsCountTheirOwnRecordsWithFewGaps() {
        Map<String, Long> last = new HashMap<>();
        int gaps = 0;
        for (MarkIIRecord record : records) {
            long sn = Long.parseLong(record.value("sn", ""));
            long before = last.getOrDefault(record.value("tmid", ""), sn - 1);
            assertThat(sn).as("seed %d", seed).isGreaterThan(before);
            gaps += sn == before + 1 ? 0 : 1;
            last.put(record.value("tmid", ""), sn);
        }

        assertThat(last).hasSize(12);
        assertThat(gaps).as("gaps, seed %d", seed).isBetween(1, records.size() / 100);
        assertThat(values("csid")).hasSize(12);
        assertThat(values("ip")).hasSize(12);
    }

    @Test
    void timeGrowsButForAFewThatAreLate() {
        OffsetDateTime latest = records.getFirst().time();
        int late = 0;
        for (MarkIIRecord record : records) {
            late += record.time().isBefore(latest) ? 1 : 0;
            latest = record.time().isAfter(latest) ? record.time() : latest;
            assertThat(record.time()).isAfter(latest.minusSeconds(3));
        }

        assertThat(late).as("seed %d", seed).isBetween(1, records.size() / 200);
    }

    @Test
    void aProcessStartsOnceUnderAParentThatActedOrStartedAndEndsAfterIt() {
        Set<String> started = new HashSet<>();
        Set<String> ended = new HashSet<>();
        Set<String> parents = new HashSet<>();
        for (MarkIIRecord record : records) {
            String process = record.value("psGUID", "");
            assertThat(ended).as("seed %d", seed).doesNotContain(process);
            switch (record.kind()) {
                case "ps/start" -> {
                    assertThat(started.add(process)).as("seed %d", seed).isTrue();
                    String parent = record.value("parentGUID", "");
                    assertThat(ended).doesNotContain(parent);
                    if (!started.contains(parent)) {
                        parents.add(parent);
                    }
                }
                case "ps/stop" -> ended.add(process);
                default -> {}
            }
        }

        assertThat(started).hasSizeGreaterThan(500);
        assertThat(parents).as("parents without a start").hasSizeLessThanOrEqualTo(24);
    }

    @Test
    void someHundredsOfImagesKeepTheirHashes() {
        Map<String, Set<String>> hashes = new HashMap<>();
        for (MarkIIRecord record : records) {
            if (record.kind().equals("ps/start")) {
                hashes.computeIfAbsent(record.value("psPath", ""), _ -> new HashSet<>())
                        .add(record.value("sha256", ""));
            }
        }

        assertThat(hashes).hasSizeBetween(50, 100);
        assertThat(hashes.values()).allSatisfy(found -> assertThat(found).hasSizeBetween(1, 4));
        assertThat(hashes.values().stream().mapToInt(Set::size).sum()).isBetween(180, 320);
    }

    @Test
    void aQuarterOfClosedFilesHaveContentThatWasNeverSeen() {
        List<MarkIIRecord> closed =
                records.stream().filter(record -> record.kind().equals("file/close")).toList();
        List<MarkIIRecord> written =
                closed.stream().filter(record -> !record.value("write", "").equals("0")).toList();

        assertThat((double) written.size() / closed.size()).isBetween(0.20, 0.30);
        assertThat(written.stream().map(record -> record.value("sha256", "")).distinct())
                .hasSameSizeAs(written);
        assertThat(closed.stream().map(record -> record.value("sha256", "")).distinct().count())
                .isLessThan(closed.size() * 8L / 10);
    }

    @Test
    void valuesThatReadersStumbleOverAreThere() {
        String text = new String(log, StandardCharsets.UTF_8);

        assertThat(
                        Stream.of(
                                        "©",
                                        "®",
                                        "fileDesc=\"Windows コマンド プロセッサ\"",
                                        "winTitle=\"無題 - メモ帳\"",
                                        "cmd=\"\" ",
                                        "winTitle=\"\"",
                                        "cmd=\"\"\"C:",
                                        "\"\"\"\"C:",
                                        "\\\" psID=",
                                        "\"\"set group=all enable=yes")
                                .filter(value -> !text.contains(value)))
                .as("missing, seed %d", seed)
                .isEmpty();
    }

    private Set<String> values(String key) {
        return records.stream().map(record -> record.value(key, "")).collect(Collectors.toSet());
    }

    private double meanLength(Predicate<MarkIIRecord> wanted) {
        return records.stream()
                .filter(wanted)
                .mapToInt(
                        record -> MarkIIWriter.line(record).getBytes(StandardCharsets.UTF_8).length)
                .average()
                .orElse(0);
    }
}
