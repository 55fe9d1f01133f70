package org.tsurutus.markii.where;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tsurutus.markii.Field;
import org.tsurutus.markii.Line;
import org.tsurutus.markii.MarkIIReader;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.markii.vocabulary.ValueText;

/// The filter on bytes answers as the same questions do when asked of record objects.
class WhereAgainstObjectsTest {
    private static final int LINES = 60;
    private static final int EXPRESSIONS = 400;
    private static final List<String> KEYS =
            List.of("cmd", "size", "crTime", "sessionID", "psPath", "newKey", "evt");
    private static final List<String> VALUES =
            List.of(
                    "ps",
                    "",
                    "a\"b",
                    "ABC d",
                    "\u212Aey",
                    "12",
                    "012",
                    "-3",
                    "99999999999999999999",
                    "key",
                    "表ソ",
                    "(x)",
                    "03/07/2017 09:00:00.000",
                    "03/07/2017 13:13:13");
    private static final List<String> PATTERNS =
            List.of("k", "KEY", "a.b", "^$", "b", "[0-9]+$", "表", "\\(X\\)", "12|ps", "c D");
    private static final List<String> TIMES =
            List.of("2017-03-07T09:00:00", "2017-03-07T00:00:00", "2017-03-07T13:13:13");

    private final long seed = System.nanoTime();
    private final SplittableRandom random = new SplittableRandom(seed);

    private record Case(String text, Predicate<Line.Entry> meaning) {}

    @Test
    void everyExpressionChoosesTheSameLines() {
        byte[] log = log();
        List<Line.Entry> entries =
                new MarkIIReader(new ByteArrayInputStream(log))
                        .lines()
                        .map(Line.Entry.class::cast)
                        .toList();
        assertThat(entries).hasSize(LINES);
        for (int i = 0; i < EXPRESSIONS; i++) {
            Case tried = expression(3);
            assertThat(Chosen.lines(tried.text(), log))
                    .as("seed %d: %s", seed, tried.text())
                    .isEqualTo(
                            entries.stream()
                                    .filter(tried.meaning())
                                    .map(Line.Entry::number)
                                    .toList());
        }
    }

    private byte[] log() {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        for (int line = 0; line < LINES; line++) {
            StringBuilder text = new StringBuilder("03/07/2017 1");
            text.append(random.nextInt(10)).append(":13:13.").append(100 + random.nextInt(900));
            text.append(random.nextBoolean() ? " +0900" : " -0330");
            int fields = 1 + random.nextInt(8);
            for (int i = 0; i < fields; i++) {
                String key = oneOf(KEYS);
                key = key.equals("sessionID") && random.nextBoolean() ? "sessionId" : key;
                String value = oneOf(VALUES);
                boolean bare =
                        !value.contains(" ") && !value.startsWith("\"") && random.nextBoolean();
                text.append(' ').append(key).append('=');
                text.append(bare ? value : "\"" + value.replace("\"", "\"\"") + "\"");
            }
            boolean japanese = text.indexOf("\u212A") < 0 && random.nextBoolean();
            log.writeBytes(
                    (text + "\r\n")
                            .getBytes(
                                    japanese
                                            ? Charset.forName("windows-31j")
                                            : StandardCharsets.UTF_8));
        }
        return log.toByteArray();
    }

    private Case expression(int depth) {
        if (depth == 0 || random.nextInt(3) == 0) {
            return condition();
        }
        Case left = expression(depth - 1);
        Case right = expression(depth - 1);
        return switch (random.nextInt(3)) {
            case 0 -> new Case("not (" + left.text() + ")", left.meaning().negate());
            case 1 ->
                    new Case(
                            "(" + left.text() + ") and (" + right.text() + ")",
                            left.meaning().and(right.meaning()));
            default ->
                    new Case(
                            "((" + left.text() + ") or " + right.text() + ")",
                            left.meaning().or(right.meaning()));
        };
    }

    private Case condition() {
        String key = oneOf(KEYS);
        String written = key.equals("newKey") ? "\"newKey\"" : key;
        String value = oneOf(VALUES);
        String quoted = "'" + value.replace("'", "''") + "'";
        String pattern = oneOf(PATTERNS);
        return switch (random.nextInt(7)) {
            case 0 -> of(written + " = " + quoted, key, value::equals);
            case 1 -> negation(of(written + "!=" + quoted, key, value::equals));
            case 2 -> of(written + "~'" + pattern + "'", key, text -> found(pattern, text));
            case 3 ->
                    negation(
                            of(written + "!~'" + pattern + "'", key, text -> found(pattern, text)));
            case 4 -> new Case("has " + written, entry -> first(entry.record(), key).isPresent());
            case 5 -> time();
            default -> key.equals("crTime") ? fileTime() : number(written, key);
        };
    }

    private static Case of(String text, String key, Predicate<String> meaning) {
        return new Case(text, entry -> first(entry.record(), key).filter(meaning).isPresent());
    }

    private static Case negation(Case positive) {
        return new Case(positive.text(), positive.meaning().negate());
    }

    private Case number(String written, String key) {
        BigInteger limit = new BigInteger(oneOf(List.of("12", "-4", "0", "99999999999999999998")));
        Order order = oneOf(List.of(Order.BELOW, Order.AT_MOST, Order.ABOVE, Order.AT_LEAST));
        return of(
                written + sign(order) + limit,
                key,
                text ->
                        text.matches("-?[0-9]+")
                                && order.holds(new BigInteger(text).compareTo(limit)));
    }

    private Case time() {
        return timed(
                "time", (entry, zoned) -> Optional.of(entry.record().time().toLocalDateTime()));
    }

    private Case fileTime() {
        return timed(
                "crTime",
                (entry, zoned) -> first(entry.record(), "crTime").flatMap(ValueText::time));
    }

    private interface Clock {
        Optional<LocalDateTime> read(Line.Entry entry, boolean zoned);
    }

    private Case timed(String key, Clock clock) {
        LocalDateTime limit = LocalDateTime.parse(oneOf(TIMES));
        Order order = oneOf(List.of(Order.BELOW, Order.AT_MOST, Order.ABOVE, Order.AT_LEAST));
        boolean zoned = random.nextBoolean();
        BiPredicate<LocalDateTime, ZoneOffset> holds =
                (time, zone) ->
                        order.holds(
                                zoned
                                        ? time.toInstant(zone)
                                                .compareTo(limit.toInstant(ZoneOffset.ofHours(2)))
                                        : time.compareTo(limit));
        return new Case(
                key
                        + sign(order)
                        + limit
                        + (limit.getSecond() == 0 ? ":00" : "")
                        + (zoned ? "+02:00" : ""),
                entry ->
                        clock.read(entry, zoned)
                                .filter(time -> holds.test(time, entry.record().time().getOffset()))
                                .isPresent());
    }

    private static String sign(Order order) {
        return switch (order) {
            case BELOW -> "<";
            case AT_MOST -> "<=";
            case WITHIN -> "=";
            case AT_LEAST -> ">=";
            case ABOVE -> ">";
        };
    }

    private static boolean found(String pattern, String text) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(text)
                .find();
    }

    private static Optional<String> first(MarkIIRecord record, String key) {
        return record.fields().stream()
                .filter(field ->
                        key.equals("sessionID")
                                ? field.key().equalsIgnoreCase(key)
                                : field.key().equals(key))
                .map(Field::value)
                .findFirst();
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
