package org.tsurutus.markii.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.markii.MarkIIException;

class LogScanTest {
    private static final int RECORDS = 40_000;

    @TempDir private Path directory;

    @Test
    void linesOfManyBlocksComeInTheOrderOfTheLogWithTheirNumbersAndOffsets() throws IOException {
        Path log = Files.write(directory.resolve("a.log"), log(RECORDS));
        assertThat(Files.size(log)).isGreaterThan(3 << 20);

        List<String> lines = scanned(List.of(new LogFile(log)));

        assertThat(lines).hasSize(RECORDS);
        long offset = 0;
        for (int number = 1; number <= RECORDS; number++) {
            assertThat(lines.get(number - 1)).isEqualTo(number + "@" + offset + "=" + number);
            offset += line(number).length();
        }
    }

    @Test
    void severalLogsFollowEachOtherEachWithItsOwnNumbers() throws IOException {
        Path one = Files.write(directory.resolve("1.log"), log(2));
        Path two = Files.write(directory.resolve("2.log"), log(1));

        assertThat(scanned(List.of(new LogFile(one), new LogFile(two))))
                .containsExactly("1@0=1", "2@" + line(1).length() + "=2", "1@0=1");
    }

    @Test
    void compressedLogsAreKnownByTheirFirstBytesWhateverTheirName() throws IOException {
        byte[] log = log(RECORDS);
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(log, 0, 1000);
        }
        try (GZIPOutputStream out = new GZIPOutputStream(zipped)) {
            out.write(log, 1000, log.length - 1000);
        }
        Path gzip = Files.write(directory.resolve("a.log"), zipped.toByteArray());
        Path zstandard = Files.write(directory.resolve("b.log"), Zstd.compress(log));

        assertThat(scanned(List.of(new LogFile(gzip)))).hasSize(RECORDS);
        assertThat(scanned(List.of(new LogFile(zstandard)))).hasSize(RECORDS);
    }

    @Test
    void aLogThatBeginsAsGzipButIsNoneIsNamedAsBroken() throws IOException {
        Path unknownMethod =
                Files.write(directory.resolve("a.log"), new byte[] {0x1F, (byte) 0x8B, 77, 1, 2});
        Path headOnly = Files.write(directory.resolve("b.log"), new byte[] {0x1F, (byte) 0x8B, 8});

        assertThatThrownBy(() -> scanned(List.of(new LogFile(unknownMethod))))
                .isInstanceOf(MarkIIException.class)
                .hasMessageContaining("a.log")
                .hasMessageContaining("beyond byte 0")
                .hasMessageContaining("Unsupported compression method");
        assertThatThrownBy(() -> scanned(List.of(new LogFile(headOnly))))
                .isInstanceOf(MarkIIException.class)
                .hasMessageContaining("b.log")
                .hasMessageContaining("it ends too early");
    }

    @Test
    void whatStandsBeforeABreakInTheFileIsReadAndTheBreakIsNamed() throws IOException {
        byte[] packed = Zstd.compress(log(RECORDS));
        Path log =
                Files.write(
                        directory.resolve("cut.log.zst"),
                        Arrays.copyOf(packed, packed.length * 3 / 4));
        List<String> lines = new ArrayList<>();

        assertThatThrownBy(() -> scan(List.of(new LogFile(log)), lines))
                .isInstanceOf(MarkIIException.class)
                .hasMessageContaining("cut.log.zst")
                .hasMessageContaining("beyond byte");
        assertThat(lines).hasSizeGreaterThan(RECORDS / 4);
        assertThat(lines.subList(0, lines.size() - 1)).doesNotContain("malformed");
    }

    @Test
    void aLineLongerThanSeveralBlocksIsOneLine() throws IOException {
        String value = "x".repeat(5 << 20);
        Path log =
                Files.writeString(
                        directory.resolve("long.log"),
                        line(1)
                                + "12/31/2022 23:59:59.007 +0900 sn=2 cmd=\""
                                + value
                                + "\"\n"
                                + line(3));

        assertThat(scanned(List.of(new LogFile(log)))).hasSize(3).last().asString().endsWith("=3");
    }

    @Test
    void filesDirectoriesAndGlobsAreFoundInOrder() throws IOException {
        Path below = Files.createDirectories(directory.resolve("runs/a"));
        Files.writeString(below.resolve("x.log"), "");
        Files.writeString(below.resolve("y.log.gz"), "");
        Files.writeString(below.resolve("z.txt"), "");
        Files.writeString(directory.resolve("[odd].log"), "");

        assertThat(names(directory + "/runs")).containsExactly("x.log", "y.log.gz");
        assertThat(names(directory + "/**/*.t?t")).containsExactly("z.txt");
        assertThat(names(directory + "/[odd].log")).containsExactly("[odd].log");
        assertThatThrownBy(() -> LogSources.of(List.of(directory + "/*.none")))
                .isInstanceOf(MarkIIException.class)
                .hasMessageContaining("*.none");
        assertThatThrownBy(() -> LogSources.of(List.of(directory + "/none.log")))
                .isInstanceOf(MarkIIException.class)
                .hasMessageContaining("there is no");
    }

    private static List<String> names(String name) {
        return LogSources.of(List.of(name)).stream()
                .map(source -> Path.of(source.name()).getFileName().toString())
                .toList();
    }

    private static List<String> scanned(List<LogSource> sources) {
        List<String> lines = new ArrayList<>();
        scan(sources, lines);
        return lines;
    }

    private static void scan(List<LogSource> sources, List<String> into) {
        LogScan.blocks(sources, LogScanTest::numbers, into::addAll);
    }

    private static List<String> numbers(Block block) {
        List<String> lines = new ArrayList<>();
        LineCursor line = new LineCursor(block);
        while (line.next()) {
            if (line.kind() == LineCursor.Kind.MALFORMED) {
                lines.add("malformed");
                continue;
            }
            String serial = line.value(line.find(Keys.id("sn")));
            lines.add(line.number() + "@" + line.offset() + "=" + serial);
        }
        return lines;
    }

    private static byte[] log(int records) {
        StringBuilder log = new StringBuilder();
        IntStream.rangeClosed(1, records).forEach(number -> log.append(line(number)));
        return log.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(int number) {
        return "12/31/2022 23:59:59.007 +0900 loc=ja-JP type=ITM2 sn=%d psPath=\"C:\\a b\\%d.exe\"\n"
                .formatted(number, number * 7919);
    }
}
