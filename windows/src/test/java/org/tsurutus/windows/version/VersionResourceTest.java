package org.tsurutus.windows.version;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.katjahahn.parser.sections.rsrc.version.VersionInfo;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsurutus.windows.Binutils;
import org.tsurutus.windows.PeFile;
import org.tsurutus.windows.PeSource;

class VersionResourceTest {
    private static final String FULL =
            """
            VALUE "CompanyName", "株式会社ソリトン"
            VALUE "LegalCopyright", "© Ours"
            VALUE "FileDescription", "A program"
            VALUE "FileVersion", "1.0 (release)"
            VALUE "ProductName", "Programs®"
            VALUE "ProductVersion", "1.0"
            """;

    @TempDir private Path directory;

    @ParameterizedTest
    @CsvSource({
        "i686, program.exe, ''",
        "x86_64, program.exe, ''",
        "i686, library.dll, -shared",
        "x86_64, library.dll, -shared"
    })
    void everyTextIsReadAsPortExReadsIt(String target, String fileName, String option)
            throws Exception {
        String script = script(table("040904b0", FULL), "0x409, 1200");
        Path file =
                option.isEmpty()
                        ? Binutils.withResources(directory, target, fileName, script)
                        : Binutils.withResources(directory, target, fileName, script, option);

        assertThat(read(file))
                .contains(
                        new VersionStrings(
                                Optional.of("株式会社ソリトン"),
                                Optional.of("© Ours"),
                                Optional.of("A program"),
                                Optional.of("1.0 (release)"),
                                Optional.of("Programs®"),
                                Optional.of("1.0")));
        // PortEx keeps the NUL behind a text
        Map<String, String> other = new HashMap<>();
        VersionInfo.parseFromResources(file.toFile())
                .getFirst()
                .getVersionStrings()
                .forEach((name, text) -> other.put(name, text.replace("\0", "")));
        VersionStrings own = read(file).orElseThrow();
        assertThat(own.companyName()).contains(other.get("CompanyName"));
        assertThat(own.legalCopyright()).contains(other.get("LegalCopyright"));
        assertThat(own.fileDescription()).contains(other.get("FileDescription"));
        assertThat(own.fileVersion()).contains(other.get("FileVersion"));
        assertThat(own.productName()).contains(other.get("ProductName"));
        assertThat(own.productVersion()).contains(other.get("ProductVersion"));
    }

    @Test
    void aProgramWithoutResourcesHasNone() throws Exception {
        Path file = Binutils.withResources(directory, "i686", "text.exe", "1 RCDATA { \"x\" }");

        assertThat(read(file)).isEmpty();
    }

    @Test
    void theListedTranslationComesFirstThenEnglishThenTheFirst() throws Exception {
        String tables =
                table("040704b0", company("Deutsch"))
                        + table("040904b0", company("English"))
                        + table("041104B0", company("日本語"));
        String noEnglish =
                table("040704b0", company("Deutsch")) + table("041104b0", company("日本語"));

        assertThat(companyOf(script(tables, "0x411, 1200"))).contains("日本語");
        assertThat(companyOf(script(tables, "0x40c, 1200, 0x407, 1200"))).contains("Deutsch");
        assertThat(companyOf(script(tables, "0x40c, 1200"))).contains("English");
        assertThat(companyOf(script(noEnglish, "0x40c, 1200"))).contains("Deutsch");
    }

    @Test
    void ofSeveralResourcesTheOneOfNoLanguageComesFirstThenEnglish() throws Exception {
        String german =
                "LANGUAGE 7, 1\n" + script(table("040704b0", company("Deutsch")), "0x407, 1200");
        String english =
                "LANGUAGE 9, 1\n" + script(table("040904b0", company("English")), "0x409, 1200");
        String neutral =
                "LANGUAGE 0, 0\n" + script(table("000004b0", company("Neutral")), "0, 1200");

        assertThat(companyOf(german + english)).contains("English");
        assertThat(companyOf(german + english + neutral)).contains("Neutral");
        assertThat(companyOf(german)).contains("Deutsch");
    }

    @Test
    void theFixedVersionStandsInOnlyWhereThereIsNoText() throws Exception {
        String script = script(table("040904b0", company("Ours")), "0x409, 1200");

        VersionStrings strings = read(program(script)).orElseThrow();

        assertThat(strings.fileVersion()).contains("10.0.40000.65535");
        assertThat(strings.productVersion()).isEmpty();
        assertThat(read(program(script.replace("10,0,40000,65535", "0,0,0,0"))))
                .hasValueSatisfying(none -> assertThat(none.fileVersion()).isEmpty());
    }

    @Test
    void anEmptyTextIsNone() throws Exception {
        String texts = "VALUE \"CompanyName\", \"\"\nVALUE \"ProductName\", \"\\0\"\n";

        VersionStrings strings =
                read(program(script(table("040904b0", texts), "0x409, 1200"))).orElseThrow();

        assertThat(strings.companyName()).isEmpty();
        assertThat(strings.productName()).isEmpty();
    }

    @Test
    void aFileCutAnywhereHasNoResourceOrTheWholeOne() throws Exception {
        byte[] whole = Files.readAllBytes(program(script(table("040904b0", FULL), "0x409, 1200")));
        Optional<VersionStrings> all = read(whole);

        for (int length = whole.length; length > 0; length -= 97) {
            assertThat(read(Arrays.copyOf(whole, length))).isIn(Optional.empty(), all);
        }
    }

    @Test
    void noMutationOfAResourceIsMoreThanAnAnswer() throws Exception {
        byte[] whole = Files.readAllBytes(program(script(table("040904b0", FULL), "0x409, 1200")));
        int resource = indexOf(whole, "VS_VERSION_INFO".getBytes(StandardCharsets.UTF_16LE));
        long seed = new SplittableRandom().nextLong();
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 2000; round++) {
            byte[] bytes = whole.clone();
            for (int change = random.nextInt(1, 6); change > 0; change--) {
                int at =
                        switch (random.nextInt(3)) {
                            case 0 -> random.nextInt(1024);
                            // the directories lie before the data
                            case 1 -> random.nextInt(resource - 128, resource);
                            default -> random.nextInt(resource, resource + 800);
                        };
                bytes[at] = (byte) random.nextInt(256);
            }
            assertThat(read(bytes)).as("seed %d round %d", seed, round).isNotNull();
        }
    }

    private Optional<String> companyOf(String script) throws Exception {
        return read(program(script)).flatMap(VersionStrings::companyName);
    }

    private Path program(String script) throws Exception {
        return Binutils.withResources(directory, "i686", "program.exe", script);
    }

    private static String company(String name) {
        return "VALUE \"CompanyName\", \"" + name + "\"\n";
    }

    private static String table(String language, String texts) {
        return "BLOCK \"" + language + "\" BEGIN\n" + texts + "END\n";
    }

    private static String script(String tables, String translations) {
        return """
        1 VERSIONINFO
        FILEVERSION 10,0,40000,65535
        BEGIN
          BLOCK "StringFileInfo" BEGIN
        %s
          END
          BLOCK "VarFileInfo" BEGIN VALUE "Translation", %s END
        END
        """
                .formatted(tables, translations);
    }

    private static Optional<VersionStrings> read(Path file) throws Exception {
        try (PeFile pe = PeFile.open(file)) {
            return VersionResource.read(pe);
        }
    }

    private static Optional<VersionStrings> read(byte[] bytes) throws Exception {
        Optional<PeFile> pe = PeFile.of("bytes", PeSource.of(bytes));
        return pe.isEmpty() ? Optional.empty() : VersionResource.read(pe.get());
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int at = 0; at + part.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
                return at;
            }
        }
        throw new AssertionError("not in the file");
    }
}
