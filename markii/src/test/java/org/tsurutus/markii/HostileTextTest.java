package org.tsurutus.markii;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostileTextTest {
    @Test
    void aHostileNameCannotForgeASecondRecord() {
        String hostile = "x\" \nevt=ps\r\n" + Lines.HEADER + " evt=ps subEvt=start";
        MarkIIRecord record =
                MarkIIRecord.at(OffsetDateTime.parse("2022-12-31T23:59:59.007+09:00"))
                        .put("evt", "file")
                        .put("subEvt", "close")
                        .put("path", hostile)
                        .put("read", 0)
                        .build();

        String line = MarkIIWriter.line(record);
        List<Line> lines = Lines.read((line + "\n").getBytes(StandardCharsets.UTF_8));

        assertThat(lines).extracting(read -> ((Line.Entry) read).record()).containsExactly(record);
        assertThat(record.kind()).isEqualTo("file/close");
        assertThat(record.value("path").orElseThrow())
                .startsWith("x\" ␊evt=ps␍␊12/31/2022")
                .doesNotContain("\n", "\r");
        assertThat(line).contains("path=\"x\"\" ␊evt=ps␍␊").endsWith("\" read=0");
    }

    @Test
    void everyControlCharacterBecomesItsPicture() {
        assertThat(HostileText.recorded("\0\t\u001A\u001B\u001F\u007F")).isEqualTo("␀␉␚␛␟␡");
        assertThat(HostileText.recorded("a\u0085b\u2028c\u2029d")).isEqualTo("a␤b␤c␤d");
    }

    @Test
    void loneSurrogatesAreReplacedAndPairsStay() {
        assertThat(HostileText.recorded("\uD800a😀\uDC00")).isEqualTo("\uFFFDa😀\uFFFD");
    }

    @Test
    void harmlessTextStays() {
        String path = "C:\\ユーザー\\a \"b\" = \u202Ec.exe";

        assertThat(HostileText.recorded(path)).isSameAs(path);
    }

    @Test
    void whatCannotBeSeenIsShown() {
        assertThat(HostileText.shown("invoice\u202Efdp.exe\u200B\u009B\n"))
                .isEqualTo("invoice⟨U+202E⟩fdp.exe⟨U+200B⟩⟨U+009B⟩␊");
    }
}
