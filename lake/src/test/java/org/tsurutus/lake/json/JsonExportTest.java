package org.tsurutus.lake.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsurutus.markii.Logs.line;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tsurutus.markii.Logs;
import org.tsurutus.markii.lines.LineCounts;
import org.tsurutus.markii.scan.LogSource;
import org.tsurutus.markii.vocabulary.EventKind;
import org.tsurutus.markii.vocabulary.Vocabulary;
import org.tsurutus.markii.where.LineSelection;
import org.tsurutus.markii.where.Where;

class JsonExportTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private String flat(LogSource... logs) {
        new JsonExport(JsonForm.flat(), LineSelection.ALL, true).write(List.of(logs), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void malformedLinesBecomeObjectsWithTheirReason() {
        assertThat(flat(Logs.of("a.log", line("13:00:00.000", "sn=1") + "\nrub\"bish\u0007\n")))
                .isEqualTo(
                        """
                        {"file":"a.log","line":1,"time":"2017-03-07T13:00:00.000+09:00","sn":"1"}
                        {"file":"a.log","line":2,"offset":35,"malformed":"the line is shorter than its header, MM/dd/yyyy HH:mm:ss.SSS +HHMM","text":"rub\\"bish\\u0007"}
                        """);
    }

    @Test
    void malformedLinesAreLeftOutOnDemand() {
        LineCounts counts =
                new JsonExport(JsonForm.flat(), Where.parse("sn=1"), false)
                        .write(
                                List.of(
                                        Logs.of(
                                                "a",
                                                "x\n"
                                                        + line("13:00:00.000", "sn=2")
                                                        + "\n\u001A\n")),
                                out);

        assertThat(out.size()).isZero();
        assertThat(counts).isEqualTo(new LineCounts(0, 1, 1, 1));
    }

    @Test
    void linesOfWindows31jBecomeUtf8() {
        byte[] log =
                line("13:00:00.000", "path=\"C:\\表\"\"\"").getBytes(Charset.forName("windows-31j"));

        assertThat(flat(Logs.of("a", log))).contains("\"path\":\"C:\\\\表\\\"\"");
    }

    @Test
    void timesKeepTheirDigitsAndMayLackAZone() {
        assertThat(flat(Logs.of("a", "03/07/2017 13:00:00.123456 sn=1\n03/07/2017 13:00:00 sn=1")))
                .contains(
                        "\"time\":\"2017-03-07T13:00:00.123456\"",
                        "\"time\":\"2017-03-07T13:00:00\"");
    }

    @Test
    void everyKnownKindHasItsFields() {
        for (EventKind kind : Vocabulary.kinds()) {
            assertThat(EcsTables.of(kind.name()))
                    .as(kind.name())
                    .doesNotHaveDuplicates()
                    .extracting(EcsField::path)
                    .contains(List.of("@timestamp"), List.of("event", "action"));
        }
    }
}
