package org.tsurutus.markii.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The tables of `docs/markii.md` are made from the vocabulary: after a change of the vocabulary
/// `./mvnw test -pl markii -Dtsurutus.regenerate=true` writes them anew.
class DocumentTablesTest {
    private static final Path DOCUMENT =
            Path.of(System.getProperty("tsurutus.root"), "docs", "markii.md");

    @Test
    void theKindsOfTheDocumentAreThoseOfTheVocabulary() throws IOException {
        List<String> lines =
                table("kind", "recorder", "seen", "name", "means", "describes", "keys", "meaning");
        for (Table.Row row : Table.load(KindTable.NAME, KindTable.COLUMNS).rows()) {
            lines.add(
                    row(
                            code(row.text(0) + "/" + row.text(1)),
                            row.text(2),
                            row.text(3),
                            row.text(4),
                            row.text(5),
                            code(row.text(6)),
                            row.text(8).equals("-")
                                    ? "-"
                                    : code(row.text(8)) + " (" + row.text(7) + ")",
                            row.text(9)));
        }
        assertShown("kinds", lines);
    }

    @Test
    void theGroupsOfTheDocumentAreThoseOfTheVocabulary() throws IOException {
        List<String> lines = table("group", "keys");
        for (Table.Row row : Table.load(KeyGroups.NAME, KeyGroups.COLUMNS).rows()) {
            lines.add(row(code("@" + row.text(0)), code(row.text(1))));
        }
        assertShown("groups", lines);
    }

    @Test
    void theKeysOfTheDocumentAreThoseOfTheVocabulary() throws IOException {
        List<String> lines = table("key", "type", "quoting", "name", "means", "meaning");
        for (KnownField field : Vocabulary.fields()) {
            lines.add(
                    row(
                            code(field.key()),
                            field.type().name(),
                            field.quoting().word(),
                            field.basis().name().tag(),
                            field.basis().meaning().tag(),
                            field.meaning()));
        }
        assertShown("fields", lines);
    }

    @Test
    void theDocumentExplainsEveryTypeAndTag() throws IOException {
        assertThat(Files.readString(DOCUMENT))
                .contains(
                        Arrays.stream(ValueType.values()).map(type -> "| " + type + " |").toList())
                .contains(
                        Arrays.stream(Evidence.values())
                                .map(evidence -> "| **" + evidence.tag() + "** |")
                                .toList());
    }

    private static void assertShown(String name, List<String> lines) throws IOException {
        String begin = "<!-- " + name + ": made from " + name + ".tsv -->\n";
        String end = "<!-- end of " + name + " -->";
        String document = Files.readString(DOCUMENT);
        int from = document.indexOf(begin);
        int to = document.indexOf(end);
        assertThat(from).as("%s in %s", begin, DOCUMENT).isNotNegative().isLessThan(to);
        String made = String.join("\n", lines) + "\n";
        if (Boolean.getBoolean("tsurutus.regenerate")) {
            document = document.substring(0, from) + begin + made + document.substring(to);
            Files.writeString(DOCUMENT, document);
        }
        assertThat(document).contains(begin + made + end);
    }

    private static List<String> table(String... heads) {
        String rule = Arrays.stream(heads).map(_ -> "---").collect(Collectors.joining("|"));
        return new ArrayList<>(List.of(row(heads), "|" + rule + "|"));
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static String code(String text) {
        return text.equals("-") ? text : "`" + text + "`";
    }
}
