package org.tsurutus.markii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkIIWriterTest {
    private static final OffsetDateTime TIME =
            OffsetDateTime.parse("2022-12-31T23:59:59.007+09:00");

    @Test
    void quotingFollowsTheVocabulary() {
        MarkIIRecord record =
                MarkIIRecord.at(TIME)
                        .put("type", "ITM2")
                        .put("sn", 7)
                        .put("evt", "net")
                        .put("subEvt", "con")
                        .put("com", "PC01")
                        .put("usr", Optional.empty())
                        .put("srcIP", "10.0.0.1")
                        .build();

        assertThat(MarkIIWriter.line(record))
                .isEqualTo(
                        "12/31/2022 23:59:59.007 +0900 type=ITM2 sn=7 evt=net subEvt=con"
                                + " com=\"PC01\" srcIP=10.0.0.1");
    }

    @Test
    void anAddressIsQuotedOutsideOfNetworkEvents() {
        MarkIIRecord record =
                MarkIIRecord.at(TIME).put("evt", "session").put("srcIP", "::1").build();

        assertThat(MarkIIWriter.line(record)).endsWith(" evt=session srcIP=\"::1\"");
    }

    @Test
    void theRecordsOf2017WriteBackAsTheirLines() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MarkIIWriter writer = new MarkIIWriter(out)) {
            Lines.of2017().stream().map(MarkIIReader::record).forEach(writer::write);
        }

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactlyElementsOf(Lines.of2017());
        assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("\n").doesNotContain("\r");
    }

    @Test
    void flushHandsOverWhatWasWritten() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MarkIIWriter writer = new MarkIIWriter(out);
        writer.write(record(new Field("a", "日本", false)));
        writer.flush();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(Lines.HEADER + " a=日本\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "\"a", "\""})
    void aBareValueThatWouldNotReadBackIsQuoted(String value) {
        String line = MarkIIWriter.line(record(new Field("a", value, false)));

        assertThat(line).endsWith("\"");
        assertThat(MarkIIReader.record(line).fields()).containsExactly(new Field("a", value, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\nb", "a\rb", "a\0b", "a\uD800", "\uDC00a"})
    void whatALineCannotHoldIsRefused(String value) {
        assertThatThrownBy(() -> MarkIIWriter.line(record(new Field("cmd", value, true))))
                .isInstanceOf(MarkIIException.class)
                .hasMessageContaining("cannot hold U+")
                .hasMessageContaining("cmd");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2022-12-31T23:59:59.0071+09:00",
                "2022-12-31T23:59:59.007+09:00:30",
                "+12022-12-31T23:59:59.007+09:00",
                "-0001-12-31T23:59:59.007+09:00"
            })
    void aTimeThatTheHeaderCannotHoldIsRefused(String time) {
        MarkIIRecord record =
                new MarkIIRecord(OffsetDateTime.parse(time), List.of(new Field("a", "1", false)));

        assertThatThrownBy(() -> MarkIIWriter.line(record))
                .isInstanceOf(MarkIIException.class)
                .hasMessageContaining("cannot hold the time");
    }

    @Test
    void aRecordWithoutFieldsIsRefused() {
        assertThatThrownBy(() -> MarkIIWriter.line(new MarkIIRecord(TIME, List.of())))
                .isInstanceOf(MarkIIException.class)
                .hasMessageContaining("no field");
    }

    @Test
    void theBuilderCutsTheTimeToTheMillisecond() {
        MarkIIRecord record = MarkIIRecord.at(TIME.plusNanos(999_999)).put("a", "1").build();

        assertThat(record.time()).isEqualTo(TIME);
    }

    private static MarkIIRecord record(Field field) {
        return new MarkIIRecord(TIME, List.of(field));
    }
}
