package org.tsurutus.markii.where;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsurutus.markii.MarkIIException;

class WhereTest {
    private static final String LOG =
            """
            03/07/2017 13:13:13.890 +0900 sn=20612 lv=5 evt=ps subEvt=start psPath="C:\\Windows\\System32\\cmd.exe" cmd="/c ""powershell -ENC abc\""" size=45056 crTime="03/07/2017 09:00:00.000"
            03/07/2017 13:13:14.415 +0900 sn=20626 lv=6 evt=file subEvt=close psPath="C:\\a.exe" path="C:\\Kelvin \u212A.txt" size=9 crTime="none"
            no record
            03/07/2017 04:18:34.449 +0000 sn=9 evt=ps subEvt=stop psPath="" newKey=1 sessionId=7
            """;

    @ParameterizedTest
    @CsvSource(
            delimiterString = " :: ",
            quoteCharacter = '`',
            value = {
                "evt=ps and subEvt=start and cmd~enc :: 1",
                "evt=ps :: 1,4",
                "evt = ps :: 1,4",
                "evt=PS :: ``",
                "evt!=ps :: 2",
                "cmd!=x :: 1,2,4",
                "not cmd=x :: 1,2,4",
                "cmd!~enc :: 2,4",
                "cmd='/c \"powershell -ENC abc\"' :: 1",
                "cmd=\"/c \"\"powershell -ENC abc\"\"\" :: 1",
                "cmd~\"\"\"POWER(shell|point)\" :: 1",
                "(evt=ps and cmd~(enc|dec)) or sn=9 :: 1,4",
                "evt=ps or evt=file and lv=6 :: 1,2,4",
                "(evt=ps or evt=file) and lv=6 :: 2",
                "NOT evt=ps AND lv=6 :: 2",
                "cmd? :: 1",
                "has cmd :: 1",
                "not has cmd :: 2,4",
                "psPath=\"\" :: 4",
                "size>9 :: 1",
                "size>=9 :: 1,2",
                "size<10 :: 2",
                "size<=00009 :: 2",
                "sn<-1 :: ``",
                "kind=ps/start :: 1",
                "kind~^ps/ :: 1,4",
                "line>=2 and line<5 :: 2,4",
                "line=2 :: 2",
                "file~a\\.log$ :: 1,2,4",
                "file=dir/a.log and line=1 :: 1",
                "path~k\\.txt :: 2",
                "psPath~\\.exe :: 1,2",
                "psPath~system32\\\\cmd :: 1",
                "\"newKey\"=1 :: 4",
                "'newKey'>0 :: 4",
                "\"newKey\"? :: 4",
                "\"NEWKEY\"? :: ``",
                "\"evt\"=ps :: 1,4",
                "sessionID=7 :: 4",
                "time>=2017-03-07T13:13:14.415+09:00 :: 2,4",
                "time>2017-03-07T04:13:14.415Z :: 4",
                "time=2017-03-07T13:13:13.890 :: 1",
                "time<2017-03-07T12:00:00 :: 4",
                "time=2017-03-07 :: 1,2,4",
                "time<=2017-03-07 and time>2017-03-06 :: 1,2,4",
                "time>2017-03-07 :: ``",
                "time~13:13:14 :: 2",
                "crTime<=2017-03-07T00:00:00Z :: 1",
                "crTime=\"03/07/2017 09:00:00.000\" :: 1",
                "crTime>=\"03/07/2017 09:00:00.000\" :: 1",
            })
    void expressionsChooseLines(String expression, String lines) {
        assertThat(Chosen.lines(expression, LOG))
                .as(expression)
                .extracting(String::valueOf)
                .containsExactly(lines.isEmpty() ? new String[0] : lines.split(","));
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = " :: ",
            quoteCharacter = '`',
            value = {
                "`` :: column 1 of the expression: expected a key",
                "evt=ps and :: column 11 of the expression: expected a key",
                "evt=ps cmd~x :: column 8 of the expression: expected and, or, or the end",
                "cdm~x :: column 1 of the expression: no key cdm is known; did you mean cmd? A key that is not known must stand in quotes",
                "evt=ps and tyme<2017 :: column 12 of the expression: no key tyme is known; did you mean time? A key that is not known must stand in quotes",
                "cmd :: column 4 of the expression: expected = != ~ !~ < <= > >= or ? after the key",
                "cmd= :: column 5 of the expression: a value is missing behind =; \"\" is the empty one",
                "(evt=ps :: column 8 of the expression: a closing parenthesis is missing",
                "cmd=\"x :: column 5 of the expression: a quote that is never closed",
                "cmd~(x :: column 5 of the expression: no regular expression of RE2: missing closing ) in (x",
                "size>big :: column 6 of the expression: big is no number; for text use = or ~ instead",
                "time>noon :: column 6 of the expression: noon is no time; write 2026-11-22T12:00:00+09:00, 2026-11-22T12:00:00 or 2026-11-22",
                "kind>ps :: column 6 of the expression: kind has no order; use = or ~ instead",
            })
    void whatIsWrongIsSaidWithItsColumn(String expression, String message) {
        assertThatExceptionOfType(MarkIIException.class)
                .isThrownBy(() -> Where.parse(expression))
                .withMessage(message);
    }

    @Test
    void linesOfWindows31jAreComparedAsText() {
        String line = "03/07/2017 13:13:13.890 +0900 evt=file path=\"C:\\表 \"\"x\"\"\\能.txt\"\n";

        byte[] log = line.getBytes(Charset.forName("windows-31j"));

        assertThat(Chosen.lines("path='C:\\表 \"x\"\\能.txt'", log)).containsExactly(1L);
        assertThat(Chosen.lines("path~能", log)).containsExactly(1L);
        assertThat(Chosen.lines("path~C:.表.*X", log)).containsExactly(1L);
    }

    @Test
    void nestingHasALimit() {
        assertThatExceptionOfType(MarkIIException.class)
                .isThrownBy(() -> Where.parse("(".repeat(100_000) + "evt=ps"))
                .withMessageContaining("more than 200 levels of not and parentheses");
    }
}
