package org.tsurutus.markii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkIIReaderTest {
    @Test
    void theLinesOf2017AreRead() {
        List<MarkIIRecord> records = Lines.of2017().stream().map(MarkIIReader::record).toList();

        assertThat(records)
                .extracting(MarkIIRecord::kind)
                .containsExactly(
                        "ps/start",
                        "file/close",
                        "file/create",
                        "file/copy",
                        "file/close",
                        "ps/start");
        assertThat(records.get(2).value("path")).contains("\\\\172.31.48.79\\admin$\\027cc.dll");
        assertThat(records.get(5).value("cmd"))
                .contains(
                        "\\\\172.31.48.79 -accepteula -s -d C:\\Windows\\System32\\rundll32.exe"
                                + " \"C:\\Windows\\027cc.dll\",#1 55");
        assertThat(records.get(0).time())
                .isEqualTo(OffsetDateTime.parse("2017-06-16T13:13:13.890+09:00"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '\'',
            textBlock =
                    """
                    cmd="a b"               ~ a b
                    cmd=""                  ~ ''
                    cmd=                    ~ ''
                    cmd=bare                ~ bare
                    cmd=a"b                 ~ a"b
                    cmd="say ""hi"" now"    ~ say "hi" now
                    cmd="" x=""             ~ ''
                    cmd="C:\\dir\\"         ~ C:\\dir\\
                    cmd="\\\\host\\x"       ~ \\\\host\\x
                    cmd="group=all on=yes"  ~ group=all on=yes
                    cmd="-"                 ~ -
                    """)
    void valuesAreReadAsTheyStand(String field, String value) {
        assertThat(MarkIIReader.record(Lines.HEADER + " " + field).value("cmd")).contains(value);
    }

    @Test
    void threeQuotesAreAQuoteAtTheEdgeOfTheValue() {
        MarkIIRecord record =
                MarkIIReader.record(Lines.HEADER + " cmd=\"\"\"C:\\a.xlsm\"\"\" next=1");

        assertThat(record.value("cmd")).contains("\"C:\\a.xlsm\"");
        assertThat(record.value("next")).contains("1");
    }

    @Test
    void repeatedKeysAreAllKeptAndTheFirstAnswers() {
        MarkIIRecord record = MarkIIReader.record(Lines.HEADER + " b=1 a=2 b=3");

        assertThat(record.fields())
                .containsExactly(
                        new Field("b", "1", false),
                        new Field("a", "2", false),
                        new Field("b", "3", false));
        assertThat(record.value("b")).contains("1");
    }

    @ParameterizedTest
    @CsvSource({"+0000,Z", "-0330,-03:30", "+1400,+14:00", "+0900,+09:00"})
    void everyZoneIsRead(String written, String zone) {
        MarkIIRecord record = MarkIIReader.record("12/31/2022 23:59:59.007 " + written + " a=1");

        assertThat(record.time().getOffset().getId()).isEqualTo(zone);
    }

    @Test
    void linesKnowTheirNumberAndTheirOffset() {
        String first = Lines.HEADER + " a=日本";
        String log = "\uFEFF" + first + "\r\nbad\n" + Lines.HEADER + " b=2";

        List<Line> lines = Lines.read(log);

        long second = 3 + first.getBytes(StandardCharsets.UTF_8).length + 2;
        assertThat(lines)
                .satisfiesExactly(
                        line -> assertThat(line).isInstanceOf(Line.Entry.class),
                        line -> assertThat(line).isInstanceOf(Line.Malformed.class),
                        line -> assertThat(line).isInstanceOf(Line.Entry.class));
        assertThat(lines).extracting(Line::number).containsExactly(1L, 2L, 3L);
        assertThat(lines).extracting(Line::offset).containsExactly(3L, second, second + 4);
        assertThat(records(lines).getFirst().value("a")).contains("日本");
    }

    @Test
    void aLoneSubstituteIsTheEndMarkAndReadingGoesOn() {
        String record = Lines.HEADER + " a=1";

        assertThat(Lines.read(record + "\r\n\u001A"))
                .last()
                .isInstanceOf(Line.EndMark.class)
                .extracting(Line::number, Line::offset)
                .containsExactly(2L, record.length() + 2L);
        assertThat(Lines.read("\u001A\r\n" + record + "\n"))
                .hasExactlyElementsOfTypes(Line.EndMark.class, Line.Entry.class);
        assertThat(MarkIIReader.record(record + "\u001A").value("a")).contains("1\u001A");
    }

    @Test
    void anEmptyLogHasNoLines() {
        assertThat(Lines.read("")).isEmpty();
    }

    @Test
    void japaneseLogsOf2017AreTriedAsWindows31j() {
        Charset japanese = Charset.forName("windows-31j");
        String line = Lines.HEADER + " path=\"C:\\表示\\ソ.txt\" size=1";

        assertThat(Lines.read(line.getBytes(japanese)))
                .containsExactly(
                        new Line.Entry(
                                1,
                                0,
                                ByteBuffer.wrap(line.getBytes(japanese)),
                                japanese,
                                MarkIIReader.record(line)));
    }

    @Test
    void bytesThatAreNoTextAreMalformed() {
        byte[] bytes = (Lines.HEADER + " a=xx").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) 0xFF;

        assertThat(Lines.read(bytes))
                .containsExactly(
                        new Line.Malformed(
                                1,
                                0,
                                ByteBuffer.wrap(bytes),
                                "the line is neither UTF-8 nor windows-31j",
                                Lines.HEADER + " a=x\uFFFD"));
    }

    @Test
    void aLineOverTheLimitIsMalformedAndTheNextOneIsRead() throws IOException {
        byte[] start = (Lines.HEADER + " a=").getBytes(StandardCharsets.UTF_8);
        byte[] filler = new byte[MarkIIReader.LONGEST_LINE];
        Arrays.fill(filler, (byte) 'x');
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        log.write(start);
        log.write(filler, 0, filler.length - start.length);
        log.write('\n');
        log.write(start);
        log.write(filler, 0, filler.length - start.length + 1);
        log.write("\r\n".getBytes(StandardCharsets.UTF_8));
        log.write(start);

        List<Line> lines = Lines.read(log.toByteArray());

        assertThat(lines)
                .hasExactlyElementsOfTypes(
                        Line.Entry.class,
                        Line.Malformed.class,
                        Line.Malformed.class,
                        Line.Entry.class);
        assertThat(lines).extracting(Line::number).containsExactly(1L, 2L, 2L, 3L);
        assertThat(Lines.joined(lines)).isEqualTo(log.toByteArray());
        Line.Malformed tooLong = (Line.Malformed) lines.get(1);
        assertThat(tooLong.reason()).contains("over the limit of 16777216");
        assertThat(tooLong.text()).hasSize(1024).startsWith(Lines.HEADER);
    }

    @Test
    void aFileIsReadFromItsPath(@TempDir Path directory) throws IOException {
        Path log = directory.resolve("a.log");
        Files.write(log, Lines.of2017());

        try (MarkIIReader reader = MarkIIReader.open(log)) {
            assertThat(reader).toIterable().hasSize(6);
        }
    }

    @Test
    void aMissingFileIsNamed(@TempDir Path directory) {
        assertThatThrownBy(() -> MarkIIReader.open(directory.resolve("none.log")))
                .isInstanceOf(MarkIIException.class)
                .hasMessageContaining("none.log");
    }

    private static List<MarkIIRecord> records(List<Line> lines) {
        return lines.stream()
                .filter(Line.Entry.class::isInstance)
                .map(Line.Entry.class::cast)
                .map(Line.Entry::record)
                .toList();
    }
}
