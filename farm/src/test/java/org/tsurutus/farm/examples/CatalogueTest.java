package org.tsurutus.farm.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CatalogueTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("tsurutus.root"), "examples", "acts");
    private static final Catalogue CATALOGUE = Catalogue.read(FOLDER);
    private static final Pattern ROW = Pattern.compile("\\{ \"((?!as-)[a-z0-9-]+)\", \\w+ }");

    @ParameterizedTest
    @ValueSource(strings = {"wine32", "wine64"})
    void everyActThatAProgramKnowsIsDeclaredOnce(String profile) throws IOException {
        List<String> declared =
                CATALOGUE.of("acts.exe", profile).acts().stream()
                        .map(CatalogueAct::command)
                        .toList();

        assertThat(declared).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
        assertThat(declared).containsExactlyInAnyOrderElementsOf(known());
    }

    private static List<String> known() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().matches("acts-.*\\.c"))
                    .flatMap(CatalogueTest::commands)
                    .toList();
        }
    }

    private static Stream<String> commands(Path source) {
        String program = source.getFileName().toString().replace(".c", ".exe");
        Matcher rows = ROW.matcher(content(source));
        return rows.results().map(row -> program + " " + row.group(1));
    }

    private static String content(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void nothingActsOutsideTheLab() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.filter(file -> !file.toString().matches(".*\\.(json|h)")))
                    .isNotEmpty()
                    .allSatisfy(file ->
                            assertThat(content(file))
                                    .containsAnyOf(
                                            "only_inside_the_lab();",
                                            "perform_acts(count, arguments, acts)",
                                            "tsurutus\\launch.exe",
                                            "tsurutus\\\\launch.exe"));
        }
    }

    @Test
    void everyActDeclaresTheBeginAndTheEndOfItsProcess() {
        assertThat(CATALOGUE.acts())
                .allSatisfy(act -> {
                    assertThat(act.records())
                            .anySatisfy(record ->
                                    assertThat(record.toString())
                                            .isEqualTo(
                                                    act.program()
                                                            + " ps/start cmd="
                                                            + act.arguments()))
                            .anySatisfy(record ->
                                    assertThat(record.toString())
                                            .isEqualTo(act.program() + " ps/stop"));
                });
    }

    @Test
    void aHostileSpecimenHasARunOfItsOwn() {
        assertThat(CATALOGUE.of("killer.exe", "wine32").acts())
                .extracting(CatalogueAct::act)
                .containsExactly("killer");
        assertThat(CATALOGUE.specimens())
                .containsExactly(
                        "acts.exe",
                        "acts64.exe",
                        "diskfiller.exe",
                        "flood.exe",
                        "killer.exe",
                        "logoff.exe",
                        "reboot.exe",
                        "storm.exe");
    }

    @Test
    void aValueIsAPlainTextAnEndAPatternOrMadeOfPieces() {
        assertThat(value("\"C:\\\\a\"").matches("c:\\A", true)).isTrue();
        assertThat(value("\"C:\\\\a\"").matches("c:\\A", false)).isFalse();
        assertThat(value("\"*b.txt\"").matches("a\\b.txt", false)).isTrue();
        assertThat(value("\"*b.txt\"").matches("b.tx", false)).isFalse();
        assertThat(value("{\"matches\": \"[0-9]+\"}").matches("47", false)).isTrue();
        assertThat(value("{\"matches\": \"[0-9]+\"}").matches("47 ", false)).isFalse();
        assertThat(value("{\"text\": [{\"text\": \"ab\", \"count\": 2}, {\"text\": \"c\"}]}"))
                .hasToString("ababc");
        assertThat(value("{\"sha256\": [{\"text\": \"a\"}, {\"text\": \"bc\"}]}"))
                .hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private static ExpectedValue value(String json) {
        return new JsonMapper().readValue(json, ExpectedValue.class);
    }
}
