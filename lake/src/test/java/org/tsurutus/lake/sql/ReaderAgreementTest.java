package org.tsurutus.lake.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.markii.Field;
import org.tsurutus.markii.Line;
import org.tsurutus.markii.MarkIIReader;
import org.tsurutus.markii.vocabulary.ValueText;
import org.tsurutus.markii.vocabulary.Vocabulary;

/// The reader that makes objects says what the table must hold.
class ReaderAgreementTest {
    private static final int LINES = 5_000;

    private final long seed = ThreadLocalRandom.current().nextLong();

    @TempDir Path folder;

    @Test
    void everyFieldOfEveryRecordIsInItsColumnOrInMore() throws IOException {
        Path log = new RandomLog(seed).write(folder.resolve("a.log"), LINES);
        List<List<String>> expected = new ArrayList<>();
        try (MarkIIReader reader = MarkIIReader.open(log)) {
            reader.forEachRemaining(line -> {
                if (line instanceof Line.Entry entry) {
                    expected.add(row(entry));
                }
            });
        }

        assertThat(Logs.rows("SELECT * EXCLUDE (file, time, zone) FROM log", log))
                .as("seed %d", seed)
                .isEqualTo(expected);
    }

    private static List<String> row(Line.Entry entry) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("line", String.valueOf(entry.number()));
        Map<String, List<String>> more = new LinkedHashMap<>();
        for (Field field : entry.record().fields()) {
            Optional<String> shown = shown(field);
            boolean isFirst =
                    entry.record().fields().stream()
                                    .filter(each -> each.key().equals(field.key()))
                                    .findFirst()
                                    .orElseThrow()
                            == field;
            if (isFirst && shown.isPresent()) {
                row.put(field.key(), shown.get());
            } else {
                more.computeIfAbsent(field.key(), _ -> new ArrayList<>()).add(field.value());
            }
        }
        if (!more.isEmpty()) {
            row.put("more", JsonText.of(Optional.of(more)));
        }
        return LogColumns.columns().stream()
                .map(Column::name)
                .filter(name -> !List.of("file", "time", "zone").contains(name))
                .map(name -> row.getOrDefault(name, "NULL"))
                .toList();
    }

    /// How the database shows a value that fits its key's type.
    private static Optional<String> shown(Field field) {
        return Vocabulary.field(field.key())
                .flatMap(known ->
                        switch (ColumnType.of(known.type())) {
                            case TEXT -> Optional.of(field.value());
                            case INTEGER -> shown(ValueText.integer(field.value()));
                            case UNSIGNED -> shown(ValueText.unsigned(field.value()));
                            case PORT ->
                                    ValueText.port(field.value()).stream()
                                            .mapToObj(String::valueOf)
                                            .findFirst();
                            case UNSIGNED64 ->
                                    ValueText.unsigned64(field.value()).map(String::valueOf);
                            case FLAG -> ValueText.flag(field.value()).map(String::valueOf);
                            case TIME, INSTANT ->
                                    ValueText.time(field.value())
                                            .filter(time -> time.getNano() % 1000 == 0)
                                            .map(ReaderAgreementTest::shown);
                        });
    }

    private static Optional<String> shown(OptionalLong number) {
        return number.stream().mapToObj(String::valueOf).findFirst();
    }

    private static String shown(java.time.LocalDateTime time) {
        return java.sql.Timestamp.valueOf(time).toString();
    }
}
