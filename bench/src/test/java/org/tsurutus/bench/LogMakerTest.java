package org.tsurutus.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.tsurutus.markii.Line;
import org.tsurutus.markii.MarkIIReader;
import org.tsurutus.markii.MarkIIWriter;

class LogMakerTest {
    private static final int BYTES = 4 << 20;

    private final long seed = ThreadLocalRandom.current().nextLong();

    @Test
    void everyLineReadsAsARecordAndIsWrittenBackAsItWas() {
        byte[] log = log(LogMaker.seeded(seed));
        String[] lines = new String(log, StandardCharsets.UTF_8).split("\n", -1);

        List<Line> read = read(log);

        assertThat(lines).as("seed %d", seed).hasSize(read.size() + 1).endsWith("");
        assertThat(read)
                .allSatisfy(line -> {
                    assertThat(line).as("seed %d", seed).isInstanceOf(Line.Entry.class);
                    assertThat(MarkIIWriter.line(((Line.Entry) line).record()))
                            .isEqualTo(lines[(int) line.number() - 1]);
                });
    }

    @Test
    void theSameSeedMakesTheSameLogAndAnotherSeedAnotherOne() {
        byte[] log = log(LogMaker.seeded(seed));

        assertThat(log(LogMaker.seeded(seed))).as("seed %d", seed).isEqualTo(log);
        assertThat(log(LogMaker.seeded(seed + 1))).as("seed %d", seed).isNotEqualTo(log);
    }

    @Test
    void aSmallerLogIsTheBeginningOfALargerOne() {
        byte[] log = log(LogMaker.seeded(seed));
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        long written = LogMaker.seeded(seed).write(small, 100_000);

        assertThat(written).isEqualTo(small.size()).isBetween(100_000L, 103_000L);
        assertThat(small.toByteArray()).as("seed %d", seed).isEqualTo(first(log, small.size()));
    }

    @Test
    void asManyLinesAsWishedAreNoRecords() {
        List<Line> lines = read(log(LogMaker.seeded(seed).damaging(50_000)));

        long malformed = lines.stream().filter(Line.Malformed.class::isInstance).count();

        assertThat((double) malformed / lines.size()).as("seed %d", seed).isBetween(0.03, 0.07);
    }

    @Test
    void allLinesCanBeNoRecords() {
        assertThat(read(log(LogMaker.seeded(seed).damaging(1_000_000))))
                .as("seed %d", seed)
                .allSatisfy(line -> assertThat(line).isInstanceOf(Line.Malformed.class));
    }

    @Test
    void moreDamageThanLinesIsRefused() {
        assertThatThrownBy(() -> LogMaker.seeded(seed).damaging(1_000_001))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("1000001 lines of a million");
    }

    @Test
    void aFullDiskIsReported() {
        OutputStream full =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("no space left on device");
                    }
                };

        assertThatThrownBy(() -> LogMaker.seeded(seed).write(full, 1))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("no space left on device");
    }

    private static byte[] log(LogMaker maker) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        maker.write(out, BYTES);
        return out.toByteArray();
    }

    private static byte[] first(byte[] bytes, int count) {
        return Arrays.copyOf(bytes, count);
    }

    private static List<Line> read(byte[] log) {
        try (MarkIIReader reader = new MarkIIReader(new ByteArrayInputStream(log))) {
            return reader.lines().toList();
        }
    }
}
