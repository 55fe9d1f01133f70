package org.tsurutus.lake.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.tsurutus.markii.vocabulary.ValueText;

class ValueReaderTest {
    private static final int CASES = 20_000;

    private final long seed = ThreadLocalRandom.current().nextLong();
    private final SplittableRandom random = new SplittableRandom(seed);
    private final ValueReader reader = new ValueReader();

    @Test
    void numbersAreThoseOfTheVocabulary() {
        for (int i = 0; i < CASES; i++) {
            String text =
                    changed(String.valueOf(random.nextLong() >> random.nextInt(64)), "-0189 x");
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            OptionalLong read =
                    reader.readInteger(bytes, 0, bytes.length)
                            ? OptionalLong.of(reader.number())
                            : OptionalLong.empty();

            assertThat(read).as("seed %d, %s", seed, text).isEqualTo(ValueText.integer(text));
        }
    }

    @Test
    void timesAreThoseOfTheVocabularyInWholeMicroseconds() {
        for (int i = 0; i < CASES; i++) {
            String time =
                    "%02d/%02d/%04d %02d:%02d:%02d.%03d"
                            .formatted(
                                    random.nextInt(14),
                                    random.nextInt(33),
                                    random.nextInt(10_000),
                                    random.nextInt(25),
                                    random.nextInt(61),
                                    random.nextInt(61),
                                    random.nextInt(1000));
            String text = changed(time, "0123456789/: .");
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            Optional<Long> read =
                    reader.readTime(bytes, 0, bytes.length)
                            ? Optional.of(reader.number())
                            : Optional.empty();

            assertThat(read)
                    .as("seed %d, %s", seed, text)
                    .isEqualTo(
                            ValueText.time(text)
                                    .filter(each -> each.getNano() % 1000 == 0)
                                    .map(ValueReaderTest::micros));
        }
    }

    private static long micros(LocalDateTime time) {
        return time.toEpochSecond(ZoneOffset.UTC) * 1_000_000
                + time.get(ChronoField.MICRO_OF_SECOND);
    }

    /// The text, in half of the cases with one character replaced, added or taken away.
    private String changed(String text, String alphabet) {
        if (random.nextBoolean()) {
            return text;
        }
        int at = random.nextInt(text.length());
        char other = alphabet.charAt(random.nextInt(alphabet.length()));
        String rest = text.substring(at);
        return text.substring(0, at)
                + switch (random.nextInt(3)) {
                    case 0 -> other + rest.substring(1);
                    case 1 -> other + rest;
                    default -> rest.substring(1);
                };
    }
}
