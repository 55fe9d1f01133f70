package org.tsurutus.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tsurutus.markii.scan.LogSource;

class LogCountsTest {
    private static final String LOG =
            """
            11/22/2026 12:00:02.000 +0900 sn=12 evt=ps subEvt=start com="PC1" tmid=t1 psPath="C:\\a.exe"
            11/22/2026 03:00:01.000 +0000 sn=10 evt=file subEvt=close tmid=t1 psPath="C:\\a.exe"
            this line is broken
            11/22/2026 12:00:03.000 +0900 sn=15 evt=file subEvt=close tmid=t1 psPath="C:\\b.exe"
            11/22/2026 12:00:04.000 +0900 sn=15 evt=file subEvt=close tmid=t1 psPath="C:\\b.exe"
            11/22/2026 12:00:05.000 +0900 sn=7 evt=session subEvt=login tmid=t2
            11/22/2026 12:00:06.000 +0900 sn=x evt=ps tmid=t2 psPath="C:\\\u202Eb.exe"
            \u001A
            """;

    private final LogCounts counts = counts(LOG);

    @Test
    void linesAreCountedByWhatTheyAre() {
        assertThat(counts.records()).isEqualTo(6);
        assertThat(counts.malformed()).isEqualTo(1);
        assertThat(counts.endMarks()).isEqualTo(1);
    }

    @Test
    void recordsAreCountedByKindAndByProcess() {
        assertThat(counts.byKind())
                .containsExactly(
                        Map.entry("file/close", 3L),
                        Map.entry("ps/?", 1L),
                        Map.entry("ps/start", 1L),
                        Map.entry("session/login", 1L));
        assertThat(counts.byProcess())
                .containsExactly(
                        Map.entry("", 1L),
                        Map.entry("C:\\a.exe", 2L),
                        Map.entry("C:\\b.exe", 2L),
                        Map.entry("C:\\\u202Eb.exe", 1L));
    }

    @Test
    void theTimeSpanComparesInstantsAcrossZones() {
        assertThat(counts.first().orElseThrow()).isEqualTo("2026-11-22T03:00:01Z");
        assertThat(counts.last().orElseThrow()).isEqualTo("2026-11-22T12:00:06+09:00");
    }

    @Test
    void gapsOfSerialNumbersAreCountedByTerminal() {
        assertThat(counts.byHost())
                .containsExactly(
                        Map.entry("t1", host("PC1", 4, new SerialNumbers(10, 15, 3, 2, 1))),
                        Map.entry("t2", host("", 2, new SerialNumbers(7, 7, 0, 0, 0))));
        assertThat(counts.missing()).isEqualTo(3);
        assertThat(counts.withoutSerial()).isEqualTo(1);
    }

    @Test
    void theTextAlignsItsNumbers() {
        assertThat(LogCountsText.of(counts))
                .isEqualTo(
                        """
                        lines
                          6  records
                          1  malformed lines
                          1  end marks
                          0  records in windows-31j, not UTF-8
                          1  records without a serial number
                          3  serial numbers missing

                        from  2026-11-22T03:00:01Z
                        to    2026-11-22T12:00:06+09:00

                        kinds
                          3  file/close
                          1  ps/?
                          1  ps/start
                          1  session/login

                        hosts
                          4  PC1  t1  sn 10 to 15, 3 missing in 2 gaps, 1 repeated
                          2  (no name)  t2  sn 7 to 7, 0 missing in 0 gaps, 0 repeated

                        processes
                          2  C:\\a.exe
                          2  C:\\b.exe
                          1  (none)
                          1  C:\\⟨U+202E⟩b.exe
                        """);
    }

    @Test
    void anEmptyLogHasCountsToo() {
        LogCounts none = counts("");

        assertThat(none.first()).isEmpty();
        assertThat(LogCountsText.of(none)).contains("0  records").doesNotContain("kinds", "from");
    }

    private static LogCounts counts(String log) {
        byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
        return LogCounts.of(List.of(LogSource.of("a log", new ByteArrayInputStream(bytes))));
    }

    private static LogCounts.HostCounts host(String name, long records, SerialNumbers serials) {
        return new LogCounts.HostCounts(name, records, Optional.of(serials));
    }
}
