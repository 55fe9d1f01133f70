package org.tsurutus.lake.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tsurutus.markii.Logs.line;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tsurutus.markii.Logs;
import org.tsurutus.markii.lines.MalformedLine;
import org.tsurutus.markii.scan.Block;
import org.tsurutus.markii.scan.BlockReader;
import org.tsurutus.markii.scan.LineCursor;
import org.tsurutus.markii.scan.LogSource;
import org.tsurutus.markii.value.ValueBytes;
import org.tsurutus.markii.vocabulary.ValueType;

class LogCheckTest {
    private final List<MalformedLine> malformed = new ArrayList<>();

    private CheckReport check(LogSource... logs) {
        return LogCheck.of(List.of(logs), malformed::add);
    }

    @Test
    void anOrdinaryLogIsClean() {
        CheckReport report =
                check(
                        Logs.of(
                                "a",
                                line("13:00:00.000", "sn=1 evt=ps subEvt=start cmd=\"a \"\"b\"\"\"")
                                        + "\r\n\u001A\r\n"));

        assertThat(report.isClean()).isTrue();
        assertThat(report.facts()).isEqualTo(new LineFacts(2, 1, 0, 1, 2, 0, 0, 0, 0, 2, 0));
        assertThat(malformed).isEmpty();
    }

    @Test
    void whatTheVocabularyDoesNotExpectIsCounted() {
        String known = line("13:00:00.000", "sn=1 evt=ps subEvt=start") + "\n";
        String odd =
                line("13:00:00.000", "sn=x evt=ps subEvt=new newKey=a newKey=b sessionId=1 sn=-1")
                        + "\n";

        CheckReport report = check(Logs.of("a", known), Logs.of("b", known + odd + odd));

        assertThat(report.isClean()).isFalse();
        assertThat(report.unknownKinds())
                .extracting(Finding::name, Finding::count, finding -> finding.first().toString())
                .containsExactly(tuple("ps/new", 2L, "b:2:" + known.length()));
        assertThat(report.unknownKeys())
                .extracting(Finding::name, Finding::count, Finding::example)
                .containsExactly(tuple("newKey", 4L, "a"));
        assertThat(report.unfitValues())
                .extracting(Finding::name, Finding::count, Finding::example)
                .containsExactly(tuple("sn", 4L, "x"));
        assertThat(report.repeatedKeys())
                .extracting(Finding::name, Finding::count)
                .containsExactly(tuple("newKey", 2L), tuple("sn", 2L));
        assertThat(report.otherCase())
                .extracting(Finding::name, Finding::count)
                .containsExactly(tuple("sessionId", 2L));
    }

    @Test
    void encodingsAndLineEndsAreCounted() {
        byte[] japanese =
                line("13:00:00.000", "evt=ps subEvt=start cmd=\"表\"")
                        .getBytes(Charset.forName("windows-31j"));
        LogSource marked =
                Logs.of("b", "\uFEFF" + line("13:00:00.000", "evt=ps subEvt=start cmd=表") + "\n");
        byte[] neither = {(byte) 0xFD, (byte) 0xFF, '\r', '\n'};

        CheckReport report = check(Logs.of("a", japanese), marked, Logs.of("c", neither));

        assertThat(report.facts()).isEqualTo(new LineFacts(3, 2, 1, 0, 1, 1, 1, 1, 1, 1, 1));
        assertThat(malformed)
                .extracting(MalformedLine::toString)
                .containsExactly("c:1:0: the line is neither UTF-8 nor windows-31j");
    }

    @Test
    void namesThatASpecimenMakesUpDoNotFillTheMemory() {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            log.append(line("13:00:00.000", "evt=ps subEvt=start k" + i + "=" + "x".repeat(300)));
            log.append('\n');
        }

        List<Finding> keys = check(Logs.of("a", log.toString())).unknownKeys();

        assertThat(keys).hasSize(Tally.MOST_NAMES + 1);
        assertThat(keys.getFirst().name()).isEqualTo("(others)");
        assertThat(keys.getFirst().count()).isEqualTo(4_000);
        assertThat(keys.getFirst().example()).isEqualTo("x".repeat(100) + "…");
    }

    @Test
    void theReportSaysTotalsEvenWhereTheyAreZero() {
        assertThat(CheckReportText.of(check(Logs.of("a", ""))))
                .startsWith("totals\n                0  lines\n                0  records\n")
                .contains("0  repeated keys\n");
    }

    @Test
    void typesAreJudgedAsTheVocabularyDoes() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        List<String> seen =
                List.of(
                        "",
                        "-",
                        "0",
                        "1",
                        "12",
                        "65535",
                        "65536",
                        "9999",
                        "18446744073709551615",
                        "-5",
                        "999999999999999999",
                        "a b",
                        "é",
                        "x\u3000y",
                        "{4EEBA2F1-FB65-42BF-A258-4121E64FB1D7}",
                        "4eeba2f1-fb65-42bf-a258-4121e64fb1d7",
                        "{4EEBA2F1-FB65-42BF-A258-4121E64FB1D7",
                        "a".repeat(32),
                        "a".repeat(40),
                        "A".repeat(64),
                        "g".repeat(64),
                        "03/07/2017 13:13:13.890",
                        "13/07/2017 13:13:13.890",
                        "02/30/2017 13:13:13.890",
                        "03/07/2017 13:13:13",
                        "10.0.0.1",
                        "fe80::1",
                        "S-1-5-18",
                        "C1:L2",
                        "Network(3)",
                        "33 00");
        for (int i = 0; i < 3_000; i++) {
            String text = seen.get(random.nextInt(seen.size()));
            ValueType type = ValueType.values()[random.nextInt(ValueType.values().length)];
            assertThat(fits(type, text))
                    .as("seed %d: %s %s", seed, type, text)
                    .isEqualTo(type.fits(text));
        }
    }

    private static boolean fits(ValueType type, String text) {
        byte[] log = line("13:00:00.000", "cmd=\"" + text + "\"").getBytes(StandardCharsets.UTF_8);
        try (BlockReader reader = new BlockReader(List.of(Logs.of("a", log)))) {
            Block block = reader.next().orElseThrow();
            LineCursor cursor = new LineCursor(block);
            assertThat(cursor.next()).isTrue();
            ValueBytes value = new ValueBytes(block);
            value.readField(cursor, 0);
            return new TypeCheck().fits(type, value);
        }
    }
}
