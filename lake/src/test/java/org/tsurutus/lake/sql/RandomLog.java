package org.tsurutus.lake.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.tsurutus.markii.vocabulary.KnownField;
import org.tsurutus.markii.vocabulary.Vocabulary;

/// A log of random lines: known, unknown and repeated keys, values that fit and that do not, and
/// lines that are no record.
final class RandomLog {
    private static final List<String> NUMBERS =
            List.of(
                    "0",
                    "1",
                    "42",
                    "-7",
                    "65535",
                    "65536",
                    "9223372036854775807",
                    "9223372036854775808",
                    "18446744073709551615",
                    "007",
                    "",
                    "-",
                    "1.5");
    private static final List<String> TIMES =
            List.of(
                    "01/05/2026 09:00:00.102",
                    "02/29/2023 00:00:00.000",
                    "01/05/2026 09:00:00",
                    "01/05/2026 09:00:00.123456",
                    "01/05/2026 09:00:00.123456789",
                    "now");
    private static final List<String> TEXTS =
            List.of(
                    "",
                    "C:\\Windows\\System32\\cmd.exe",
                    "a\"b",
                    "x,y",
                    "表示",
                    "😀",
                    "'; --",
                    "\t",
                    "␊",
                    "{\"a\":1}",
                    "NULL",
                    "\u202E",
                    "a\u001Bb");

    private final SplittableRandom random;

    RandomLog(long seed) {
        this.random = new SplittableRandom(seed);
    }

    Path write(Path file, int lines) throws IOException {
        StringBuilder log = new StringBuilder();
        for (int line = 0; line < lines; line++) {
            log.append(random.nextInt(50) == 0 ? "no record" : record());
            log.append(random.nextBoolean() ? "\n" : "\r\n");
        }
        return Files.writeString(file, log);
    }

    private String record() {
        StringBuilder record =
                new StringBuilder(
                        "%02d/%02d/2026 %02d:00:00.%03d %s"
                                .formatted(
                                        random.nextInt(1, 13),
                                        random.nextInt(1, 29),
                                        random.nextInt(24),
                                        random.nextInt(1000),
                                        one(List.of("+0900", "-0330", "+0000"))));
        for (int field = random.nextInt(1, 12); field > 0; field--) {
            if (random.nextInt(10) == 0) {
                record.append(" zz")
                        .append(random.nextInt(3))
                        .append('=')
                        .append(quoted(one(TEXTS)));
                continue;
            }
            KnownField known = one(Vocabulary.fields());
            record.append(' ').append(known.key()).append('=').append(quoted(value(known)));
        }
        return record.toString();
    }

    private String value(KnownField field) {
        return switch (ColumnType.of(field.type())) {
            case TEXT -> one(TEXTS);
            case INTEGER, UNSIGNED, PORT, UNSIGNED64, FLAG -> one(NUMBERS);
            case TIME, INSTANT -> one(TIMES);
        };
    }

    private String quoted(String value) {
        boolean mayBeBare = value.chars().noneMatch(each -> each == ' ' || each == '"');
        return mayBeBare && random.nextBoolean() ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
