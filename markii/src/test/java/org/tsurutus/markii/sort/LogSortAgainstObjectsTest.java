package org.tsurutus.markii.sort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.markii.Line;
import org.tsurutus.markii.Logs;
import org.tsurutus.markii.MarkIIReader;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.markii.scan.LogSource;
import org.tsurutus.markii.vocabulary.ValueText;
import org.tsurutus.markii.where.LineSelection;

/// The external sort gives what a stable sort of record objects in memory gives.
class LogSortAgainstObjectsTest {
    private static final List<String> ORDERS =
            List.of("tmid,time,sn", "time", "sn", "size,crTime", "cmd,sn", "crTime", "path,time");

    @TempDir Path directory;
    private final long seed = System.nanoTime();
    private final SplittableRandom random = new SplittableRandom(seed);

    /// A line with the record that it holds.
    private record Item(String text, MarkIIRecord record) {}

    @Test
    void everyOrderIsThatOfTheObjects() throws IOException {
        for (int round = 0; round < 60; round++) {
            String order = ORDERS.get(round % ORDERS.size());
            List<String> logs = new ArrayList<>();
            for (int log = random.nextInt(1, 14); log > 0; log--) {
                logs.add(log());
            }
            int runBytes = random.nextBoolean() ? 1 : random.nextInt(1, 20_000);
            LogSort sort =
                    new LogSort(
                            SortOrder.parse(order),
                            LineSelection.ALL,
                            directory,
                            runBytes,
                            random.nextInt(2, 5));
            List<LogSource> sources = logs.stream().map(log -> Logs.of("a", log)).toList();
            try (SortedLog sorted = sort.sort(sources)) {
                assertThat(new String(sorted.readAllBytes(), StandardCharsets.UTF_8))
                        .as("seed %d, round %d, by %s", seed, round, order)
                        .isEqualTo(expected(String.join("", logs), List.of(order.split(","))));
            }
        }
    }

    private String log() {
        StringBuilder log = new StringBuilder();
        for (int lines = random.nextInt(60); lines > 0; lines--) {
            if (random.nextInt(10) == 0) {
                log.append("rubbish ").append(random.nextInt()).append('\n');
                continue;
            }
            log.append(
                    "03/07/2017 1%d:13:13.%03d ".formatted(random.nextInt(3), random.nextInt(3)));
            log.append(random.nextBoolean() ? "+0900" : "+0800");
            field(log, "tmid", "a", "b", "");
            field(log, "sn", "1", "2", "12", "-7", "007", "99999999999999999999", "x");
            field(log, "size", "1", "2", "");
            field(log, "crTime", "03/07/2017 09:00:00.000", "03/07/2017 09:00:00", "never");
            field(log, "cmd", "", "a", "a\"b", "ab c", "表");
            field(log, "path", "C:\\", "C:\\a", "c:\\");
            log.append(" n=").append(random.nextInt()).append(random.nextBoolean() ? "\n" : "\r\n");
        }
        return log.toString();
    }

    private void field(StringBuilder log, String key, String... values) {
        if (random.nextInt(5) > 0) {
            String value = values[random.nextInt(values.length)];
            log.append(' ')
                    .append(key)
                    .append("=\"")
                    .append(value.replace("\"", "\"\""))
                    .append('"');
        }
    }

    private static String expected(String log, List<String> keys) {
        List<Item> items = new ArrayList<>();
        StringBuilder rubbish = new StringBuilder();
        for (String text : log.split("(?<=\n)")) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            new MarkIIReader(new ByteArrayInputStream(bytes))
                    .forEachRemaining(line -> {
                        switch (line) {
                            case Line.Entry entry -> items.add(new Item(text, entry.record()));
                            case Line.Malformed _ -> rubbish.append(text);
                            case Line.EndMark _ -> throw new AssertionError(text);
                        }
                    });
        }
        Comparator<Item> order = Comparator.comparing(_ -> 0);
        for (String key : keys) {
            order = order.thenComparing(item -> value(item.record(), key));
        }
        Collections.sort(items, order);
        StringBuilder text = new StringBuilder();
        items.forEach(item -> text.append(item.text()));
        return text.append(rubbish).toString();
    }

    /// A value as the specification orders it: what fits, then other text, then nothing.
    private record Value(int rank, Instant time, BigInteger number, byte[] text)
            implements Comparable<Value> {
        private static final Comparator<Value> ORDER =
                Comparator.comparingInt(Value::rank)
                        .thenComparing(Value::time)
                        .thenComparing(Value::number)
                        .thenComparing(Value::text, Arrays::compareUnsigned);

        @Override
        public int compareTo(Value other) {
            return ORDER.compare(this, other);
        }
    }

    private static Value value(MarkIIRecord record, String key) {
        if (key.equals("time")) {
            return fitting(record.time().toInstant(), BigInteger.ZERO);
        }
        Optional<String> text = record.value(key);
        if (text.isEmpty()) {
            return new Value(2, Instant.EPOCH, BigInteger.ZERO, new byte[0]);
        }
        boolean number = key.equals("sn") || key.equals("size");
        if (number && text.get().matches("-?[0-9]+")) {
            return fitting(Instant.EPOCH, new BigInteger(text.get()));
        }
        if (key.equals("crTime") && ValueText.time(text.get()).isPresent()) {
            return fitting(
                    ValueText.time(text.get()).get().toInstant(record.time().getOffset()),
                    BigInteger.ZERO);
        }
        return new Value(
                1, Instant.EPOCH, BigInteger.ZERO, text.get().getBytes(StandardCharsets.UTF_8));
    }

    private static Value fitting(Instant time, BigInteger number) {
        return new Value(0, time, number, new byte[0]);
    }
}
