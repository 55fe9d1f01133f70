package org.tsurutus.farm.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsurutus.farm.FarmException;
import org.tsurutus.sensor.fact.FileTimes;
import org.tsurutus.sensor.file.FileFacts;
import org.tsurutus.sensor.file.PeFacts;
import org.tsurutus.windows.signature.Reason;
import org.tsurutus.windows.signature.Signature;
import org.tsurutus.windows.signature.Signer;
import org.tsurutus.windows.signature.Timestamp;
import org.tsurutus.windows.version.VersionStrings;

class FileListTest {
    private static final Instant TIME = Instant.parse("2026-11-22T03:04:05.000456Z");
    private static final Signer SIGNER =
            new Signer(
                    "Signer\t-\n%41",
                    "-",
                    "33 00 00 01 c4",
                    TIME,
                    TIME.plusSeconds(9),
                    "SHA-256",
                    Optional.of(TIME),
                    Optional.of(new Timestamp(TIME, true)),
                    2);
    private static final VersionStrings VERSION =
            new VersionStrings(
                    Optional.of("株式会社"),
                    Optional.empty(),
                    Optional.of("-"),
                    Optional.of("%2D"),
                    Optional.of("a\r\nb\tc"),
                    Optional.of("100 %"));

    @TempDir private Path directory;

    static Stream<FileFacts> everyKindOfFile() {
        Signer plain =
                new Signer(
                        "", "", "00", TIME, TIME, "1.2.3", Optional.empty(), Optional.empty(), 0);
        Signature mismatch =
                new Signature.Invalid(Reason.DIGEST_MISMATCH, "changed", Optional.of(SIGNER));
        Signature malformed = new Signature.Invalid(Reason.MALFORMED, "-\t-", Optional.empty());
        return Stream.of(
                        Optional.<PeFacts>empty(),
                        image(Optional.empty(), Optional.empty()),
                        image(Optional.of(VERSION), Optional.of(new Signature.None())),
                        image(Optional.of(VERSION), Optional.of(new Signature.Valid(SIGNER))),
                        image(Optional.empty(), Optional.of(new Signature.Valid(plain))),
                        image(Optional.of(VERSION), Optional.of(mismatch)),
                        image(Optional.empty(), Optional.of(malformed)))
                .map(image -> new FileFacts(5, "m", "s1", "s256", image))
                .flatMap(facts ->
                        Stream.of(
                                facts,
                                facts.with(new FileTimes(TIME, TIME, Optional.empty())),
                                facts.with(new FileTimes(TIME, TIME, Optional.of(TIME)))));
    }

    private static Optional<PeFacts> image(
            Optional<VersionStrings> version, Optional<Signature> signature) {
        return Optional.of(new PeFacts("x86", version, signature));
    }

    @ParameterizedTest
    @MethodSource("everyKindOfFile")
    void everyLineIsReadBackAsItWas(FileFacts facts) {
        FileRow row = new FileRow("C:\\a\tb%0A.exe", facts);

        assertThat(row.line()).doesNotContain("\n", "\r");
        assertThat(row.line().split("\t", -1)).hasSize(28);
        assertThat(FileRow.read(row.line())).isEqualTo(row);
    }

    @Test
    void aPackedListReadsBackAsItWas() {
        List<FileFacts> facts = everyKindOfFile().toList();
        Map<String, FileFacts> files = new HashMap<>();
        facts.forEach(file -> files.put("c:\\" + files.size(), file));
        Path list = directory.resolve("known-files.tsv.gz");

        FileList.pack(files, list);

        assertThat(FileList.unpack(list)).isEqualTo(files).hasSizeGreaterThan(3);
    }

    @Test
    void theFilesOfADriveAreListedWithHashesAndTimes() throws Exception {
        Path drive = Files.createDirectories(directory.resolve("drive_c"));
        Path file = drive.resolve("windows/system32/a.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "hello");
        Files.setLastModifiedTime(file, FileTime.from(TIME));
        Files.createSymbolicLink(drive.resolve("link"), file);
        Path list = directory.resolve("files.tsv");

        FileList.write(drive, list);

        assertThat(FileList.read(list)).containsOnlyKeys("C:\\windows\\system32\\a.txt");
        FileFacts facts = FileList.read(list).values().iterator().next();
        assertThat(facts.sha1()).isEqualTo("aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d");
        assertThat(facts.size()).isEqualTo(5);
        assertThat(facts.pe()).isFalse();
        assertThat(facts.times())
                .hasValueSatisfying(times -> {
                    assertThat(times.modified()).isEqualTo(TIME);
                    assertThat(times.born()).isNotEqualTo(Optional.of(TIME));
                });
        try (Stream<Path> left = Files.list(drive)) {
            assertThat(left).hasSize(2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2, five, column 2 (size) says \"five\"",
        "2, -, column 2 (size)",
        "3, -, column 3 (md5)",
        "8, yesterday, column 8 (modified) says \"yesterday\"",
        "16, Perhaps, column 16 (signature) says \"Perhaps\"",
        "17, TOO_LATE, column 17 (reason) says \"TOO_LATE\"",
        "22, -, column 22 (valid from)",
        "9, -, column 10 (company) says \"Ours\"",
        "16, None, column 17 (reason) says \"EXPIRED\"",
        "16, Valid, column 17 (reason) says \"EXPIRED\"",
        "16, -, column 17 (reason) says \"EXPIRED\"",
        "19, -, column 20 (issuer) says \"%2D\"",
        "26, -, column 27 (timestamp is trusted) says \"true\"",
        "27, yes, column 27 (timestamp is trusted) says \"yes\"",
        "28, 9999999999, column 28 (nested)",
        "28, many, column 28 (nested)"
    })
    void aDamagedListSaysWhereAndWhatToDo(int column, String value, String message)
            throws Exception {
        VersionStrings ours =
                new VersionStrings(
                        Optional.of("Ours"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        Signature signature = new Signature.Invalid(Reason.EXPIRED, "ended", Optional.of(SIGNER));
        FileFacts facts =
                new FileFacts(
                                5,
                                "m",
                                "s1",
                                "s256",
                                image(Optional.of(ours), Optional.of(signature)))
                        .with(new FileTimes(TIME, TIME, Optional.empty()));
        String whole = new FileRow("C:\\a.exe", facts).line();
        String[] columns = whole.split("\t", -1);
        columns[column - 1] = value;
        Path list = directory.resolve("files.tsv");
        Files.write(list, List.of(whole, String.join("\t", columns)));

        assertThatThrownBy(() -> FileList.read(list))
                .isInstanceOf(FarmException.class)
                .hasMessageContaining(list + ":2")
                .hasMessageContaining(message)
                .hasMessageContaining("image build --again");
    }

    @Test
    void aListOfAnOlderImageIsToBeBuiltAgain() throws Exception {
        Path list = directory.resolve("files.tsv");
        Files.write(list, List.of("C:\\a.exe\t5\tm\ts1\ts256\tpe\tx86"));

        assertThatThrownBy(() -> FileList.read(list))
                .hasMessageContaining("7 columns instead of 28")
                .hasMessageContaining("image build --again");
    }
}
