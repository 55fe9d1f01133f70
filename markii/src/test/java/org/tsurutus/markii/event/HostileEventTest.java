package org.tsurutus.markii.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.tsurutus.markii.Field;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.markii.vocabulary.EventKind;
import org.tsurutus.markii.vocabulary.KnownField;
import org.tsurutus.markii.vocabulary.Vocabulary;

class HostileEventTest {
    private static final int RECORDS = 5_000;
    private static final List<String> TEXTS =
            List.of(
                    "",
                    "-",
                    "0",
                    "1",
                    "-1",
                    "99999999999999999999",
                    "0x3e7",
                    "Network(3)",
                    "(",
                    "{",
                    "{4EEBA2F1-FB65-42BF-A258-4121E64FB1D7}",
                    "::",
                    "10.0.2.15,",
                    "S-1-5-18",
                    "06/16/2017 13:13:13.890",
                    "99/99/9999 99:99:99",
                    "\u0000",
                    "\uD800",
                    "ソ表");

    private final long seed = ThreadLocalRandom.current().nextLong();
    private final SplittableRandom random = new SplittableRandom(seed);

    @Test
    void noRecordWhateverIsRefused() {
        List<EventKind> kinds = Vocabulary.kinds();
        for (int i = 0; i < RECORDS; i++) {
            MarkIIRecord record = record(kinds.get(i % kinds.size()));
            Event event = Event.of(record);

            assertThat(event.record()).as("seed %d, record %d", seed, i).isSameAs(record);
            assertThat(event.toString()).as("seed %d, record %d", seed, i).isNotEmpty();
            assertThat(List.of(event.severity(), event.terminal(), event.session()))
                    .as("seed %d, record %d", seed, i)
                    .allMatch(Objects::nonNull);
            assertThat(event.problems())
                    .as("seed %d, record %d", seed, i)
                    .allMatch(problem -> !problem.expected().fits(problem.text()))
                    .allMatch(problem ->
                            record.fields().stream()
                                    .anyMatch(field ->
                                            field.key().equals(problem.key())
                                                    && field.value().equals(problem.text())));
        }
    }

    private MarkIIRecord record(EventKind kind) {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("evt", kind.event(), false));
        fields.add(new Field("subEvt", kind.subEvent(), false));
        for (KnownField field : Vocabulary.fields()) {
            if (random.nextInt(3) > 0) {
                String text = TEXTS.get(random.nextInt(TEXTS.size()));
                fields.add(new Field(field.key(), text, random.nextBoolean()));
            }
        }
        int year = random.nextInt(10_000);
        return new MarkIIRecord(
                OffsetDateTime.parse("2022-12-31T23:59:59.007+09:00").withYear(year), fields);
    }
}
