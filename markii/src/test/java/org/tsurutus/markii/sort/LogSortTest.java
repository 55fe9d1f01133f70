package org.tsurutus.markii.sort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tsurutus.markii.Logs.line;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.markii.Logs;
import org.tsurutus.markii.MarkIIException;
import org.tsurutus.markii.lines.LineCounts;
import org.tsurutus.markii.scan.Block;
import org.tsurutus.markii.scan.LogSource;
import org.tsurutus.markii.where.LineSelection;
import org.tsurutus.markii.where.Where;

class LogSortTest {
    @TempDir Path directory;

    private LogSort by(String keys) {
        return new LogSort(SortOrder.parse(keys), LineSelection.ALL, directory);
    }

    private static String sorted(LogSort sort, LogSource... logs) throws IOException {
        try (SortedLog sorted = sort.sort(List.of(logs))) {
            return new String(sorted.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void valuesAreSortedByTheirMeaning() throws IOException {
        String ten = line("13:00:00.000", "sn=10") + "\n";
        String nine = line("13:00:00.000", "sn=9") + "\n";
        String word = line("13:00:00.000", "sn=a") + "\n";
        String none = line("13:00:00.000", "lv=5") + "\n";

        assertThat(sorted(by("sn"), Logs.of("a", none + word + ten + nine)))
                .isEqualTo(nine + ten + word + none);
    }

    @Test
    void instantsCountNotWhatTheClocksShow() throws IOException {
        String early = "03/07/2017 13:00:00.000 +0900 sn=1\n";
        String late = "03/07/2017 05:00:00.000 +0000 sn=2\n";

        assertThat(sorted(by("time"), Logs.of("a", late + early))).isEqualTo(early + late);
    }

    @Test
    void quotesAndEncodingsDoNotMatterToTheOrder() throws IOException {
        byte[] japanese =
                line("13:00:00.000", "path=\"表B\"\n").getBytes(Charset.forName("windows-31j"));
        byte[] unicode = line("13:00:00.000", "path=表C\n").getBytes(StandardCharsets.UTF_8);
        byte[] quoted = line("13:00:00.000", "path=\"表\"\"\"\n").getBytes(StandardCharsets.UTF_8);
        try (SortedLog sorted =
                by("path")
                        .sort(
                                List.of(
                                        Logs.of("c", unicode),
                                        Logs.of("b", japanese),
                                        Logs.of("a", quoted)))) {
            assertThat(sorted.readNBytes(quoted.length)).isEqualTo(quoted);
            assertThat(sorted.readNBytes(japanese.length)).isEqualTo(japanese);
            assertThat(sorted.readAllBytes()).isEqualTo(unicode);
        }
    }

    @Test
    void linesThatAreNoRecordsStandAtTheEndAsTheyAre() throws IOException {
        String record = line("13:00:00.000", "sn=1") + "\r\n";
        LogSource first = Logs.of("a", "zz\n\u001A\n" + record + "aa");
        LogSource second = Logs.of("b", "\uFEFF" + record + "mm\r\n");

        try (SortedLog sorted = by("sn").sort(List.of(first, second))) {
            assertThat(new String(sorted.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(record + record + "zz\naa\nmm\r\n");
            assertThat(sorted.counts()).isEqualTo(new LineCounts(2, 0, 3, 1));
        }
    }

    @Test
    void aLineThatIsTooLongStaysInOnePiece() throws IOException {
        String tooLong = "x".repeat(Block.LONGEST_LINE + 5_000_000) + "\n";
        String record = line("13:00:00.000", "sn=1") + "\n";
        LogSort sort = new LogSort(SortOrder.parse("sn"), LineSelection.ALL, directory, 1, 2);

        String result = sorted(sort, Logs.of("a", tooLong + record), Logs.of("b", "rubbish"));

        assertThat(result.equals(record + tooLong + "rubbish\n")).isTrue();
    }

    @Test
    void onlyChosenRecordsAreTaken() throws IOException {
        String one = line("13:00:00.000", "sn=1") + "\n";
        String two = line("13:00:00.000", "sn=2") + "\n";
        LogSort sort = new LogSort(SortOrder.BY_TIME, Where.parse("sn=2"), directory);

        try (SortedLog sorted = sort.sort(List.of(Logs.of("a", two + one)))) {
            assertThat(new String(sorted.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(two);
            assertThat(sorted.counts()).isEqualTo(new LineCounts(1, 1, 0, 0));
        }
    }

    @Test
    void nothingIsLeftInTheDirectory() throws IOException {
        LogSort sort = new LogSort(SortOrder.BY_TIME, LineSelection.ALL, directory, 1, 2);
        LogSource log = Logs.of("a", line("13:00:00.000", "sn=1") + "\n");

        try (SortedLog sorted = sort.sort(List.of(log))) {
            try (Stream<Path> files = Files.list(directory)) {
                assertThat(files).isEmpty();
            }
            assertThat(sorted.readAllBytes()).isNotEmpty();
        }
    }

    @Test
    void aDirectoryThatIsNoneIsSaidOnce() {
        Path absent = directory.resolve("absent");
        LogSort sort = new LogSort(SortOrder.BY_TIME, LineSelection.ALL, absent, 1, 2);

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> sort.sort(List.of(Logs.of("a", line("13:00:00.000", "sn=1")))))
                .withMessageContaining("cannot keep sorted lines in " + absent);
    }

    @Test
    void anUnknownKeyIsRefused() {
        assertThatExceptionOfType(MarkIIException.class)
                .isThrownBy(() -> SortOrder.parse("tmid,tyme"))
                .withMessageContaining("\"tyme\"");
    }
}
