package org.tsurutus.markii;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

class RoundTripTest {
    private static final int RECORDS = 5_000;
    private static final List<String> PIECES =
            List.of(
                    "\"", "\"\"", "\\", " ", "=", "a", "Z9", "-", "ソ表", "é", "😀", "\t", "\u001A",
                    "evt=ps", "\u007F", "\u202E", "\u2028", "C:\\x\\");
    private static final List<String> HOSTILE_PIECES =
            List.of("\n", "\r\n", "\0", "\uD800", "\uDFFF", "\u001B[2J", Lines.HEADER + " a=1");

    private final long seed = ThreadLocalRandom.current().nextLong();
    private final SplittableRandom random = new SplittableRandom(seed);

    @Test
    void everyRecordReadsBackAsItWasWritten() {
        for (int i = 0; i < RECORDS; i++) {
            MarkIIRecord record = record();
            String line = MarkIIWriter.line(record);

            assertThat(Lines.read(line))
                    .as("seed %d, record %d", seed, i)
                    .extracting(read -> ((Line.Entry) read).record())
                    .containsExactly(record);
            assertThat(MarkIIWriter.line(MarkIIReader.record(line))).isEqualTo(line);
        }
    }

    @Test
    void everyBuiltRecordIsOneLineThatReadsBack() {
        List<String> pieces = new ArrayList<>(PIECES);
        pieces.addAll(HOSTILE_PIECES);
        for (int i = 0; i < RECORDS; i++) {
            MarkIIRecord.Builder builder = MarkIIRecord.at(time());
            for (int field = random.nextInt(1, 8); field > 0; field--) {
                builder.put("k" + random.nextInt(5), text(pieces));
            }
            MarkIIRecord record = builder.build();

            assertThat(Lines.read(MarkIIWriter.line(record) + "\n"))
                    .as("seed %d, record %d", seed, i)
                    .extracting(read -> ((Line.Entry) read).record())
                    .containsExactly(record);
        }
    }

    @Test
    void noLineWhateverStopsTheReader() {
        for (int i = 0; i < RECORDS; i++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            if (noise.length > 0) {
                noise[0] = 'x'; // or it may begin as a compressed log does, and then it is a broken
                // one
            }
            byte[] line = (Lines.HEADER + " a=\"1\" b=2").getBytes(StandardCharsets.UTF_8);
            line[random.nextInt(line.length)] = (byte) random.nextInt();

            assertThat(Lines.read(noise)).as("seed %d, noise %d", seed, i).isNotNull();
            assertThat(Lines.read(line)).as("seed %d, line %d", seed, i).isNotEmpty();
        }
    }

    private MarkIIRecord record() {
        List<Field> fields = new ArrayList<>();
        for (int field = random.nextInt(1, 8); field > 0; field--) {
            String value = text(PIECES);
            boolean quoted = value.startsWith("\"") || value.contains(" ") || random.nextBoolean();
            fields.add(new Field("k" + random.nextInt(5), value, quoted));
        }
        return new MarkIIRecord(time(), fields);
    }

    private OffsetDateTime time() {
        LocalDateTime local =
                LocalDateTime.of(1970, 1, 1, 0, 0)
                        .plusDays(random.nextInt(60_000))
                        .plusNanos(random.nextInt(86_400_000) * 1_000_000L);
        return local.atOffset(ZoneOffset.ofTotalSeconds(60 * random.nextInt(-18 * 60, 18 * 60)));
    }

    private String text(List<String> pieces) {
        StringBuilder text = new StringBuilder();
        for (int piece = random.nextInt(8); piece > 0; piece--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }
}
