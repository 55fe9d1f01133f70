package org.tsurutus.markii.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.tsurutus.markii.Logs.line;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tsurutus.markii.Logs;
import org.tsurutus.markii.scan.LogSource;
import org.tsurutus.markii.where.LineSelection;
import org.tsurutus.markii.where.Where;

class MatchingLinesTest {
    private static final String START = line("13:00:00.000", "evt=ps subEvt=start");
    private static final String STOP = line("13:00:01.000", "evt=ps subEvt=stop");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private String written() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void linesKeepTheirBytesAndTheirLineEnds() {
        LogSource log = Logs.of("a", START + "\r\n" + STOP + "\n" + START + "\r\n");

        LineCounts counts =
                MatchingLines.write(List.of(log), Where.parse("subEvt=start"), Long.MAX_VALUE, out);

        assertThat(written()).isEqualTo(START + "\r\n" + START + "\r\n");
        assertThat(counts).isEqualTo(new LineCounts(2, 1, 0, 0));
    }

    @Test
    void aLastLineWithoutALineEndGetsOneOnlyIfAnotherFollows() {
        List<LogSource> logs =
                List.of(Logs.of("a", START), Logs.of("b", "\uFEFF" + STOP), Logs.of("c", ""));

        MatchingLines.write(logs, LineSelection.ALL, Long.MAX_VALUE, out);

        assertThat(written()).isEqualTo(START + "\n" + STOP);
    }

    @Test
    void linesThatAreNoRecordsAreCountedAndLeftOut() {
        LogSource log = Logs.of("a", START + "\nrubbish\n\n" + STOP + "\n\u001A\r\n");

        LineCounts counts =
                MatchingLines.write(List.of(log), LineSelection.ALL, Long.MAX_VALUE, out);

        assertThat(written()).isEqualTo(START + "\n" + STOP + "\n");
        assertThat(counts).isEqualTo(new LineCounts(2, 0, 2, 1));
    }

    @Test
    void windows31jStaysWindows31j() {
        byte[] log =
                line("13:00:00.000", "path=\"C:\\表\"\n").getBytes(Charset.forName("windows-31j"));

        MatchingLines.write(List.of(Logs.of("a", log)), Where.parse("path~表"), Long.MAX_VALUE, out);

        assertThat(out.toByteArray()).isEqualTo(log);
    }

    @Test
    void theLimitEndsInsideManyBlocks() {
        StringBuilder log = new StringBuilder();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            lines.add(line("13:00:00.000", "evt=ps subEvt=start sn=" + i) + "\n");
            log.append(lines.getLast());
        }

        LineCounts counts =
                MatchingLines.write(
                        List.of(Logs.of("a", log.toString())), Where.parse("sn~7$"), 3_333, out);

        assertThat(counts.records()).isEqualTo(3_333);
        assertThat(written())
                .isEqualTo(
                        String.join(
                                "",
                                lines.stream()
                                        .filter(line -> line.endsWith("7\n"))
                                        .limit(3_333)
                                        .toList()));
    }

    @Test
    void malformedLinesAreCited() {
        List<MalformedLine> found = new ArrayList<>();

        MalformedLine.forEach(
                List.of(Logs.of("a.log", START + "\n" + START + " 9=1\n\u001B[2J\n")), found::add);

        assertThat(found)
                .extracting(MalformedLine::toString, MalformedLine::text)
                .containsExactly(
                        tuple("a.log:2:50: column 51: no key after a space", START + " 9=1"),
                        tuple(
                                "a.log:3:104: the line is shorter than its header, MM/dd/yyyy HH:mm:ss.SSS +HHMM",
                                "␛[2J"));
    }
}
