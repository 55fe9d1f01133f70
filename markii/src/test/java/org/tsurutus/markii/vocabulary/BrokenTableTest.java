package org.tsurutus.markii.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.tsurutus.markii.MarkIIException;

class BrokenTableTest {
    private static final String FIELD = "path\tPATH\tquoted\tR\tR\tthe file\n";
    private static final String KIND = "file\tdel\t3.0\tyes\tC\tC\tpath\tG\tpath\tdeleted\n";

    @Test
    void aWholeLineIsRead() {
        assertThat(fields("# comment\n\n" + FIELD)).extracting(KnownField::key).contains("path");
        assertThat(kinds(KIND)).extracting(EventKind::name).containsExactly("file/del");
    }

    @Test
    void aLineWithTooFewColumnsIsNamed() {
        assertBroken(() -> fields("# comment\npath\tPATH\n"), "fields.tsv:2: 2 columns");
    }

    @Test
    void anEmptyColumnIsNamed() {
        assertBroken(
                () -> fields(FIELD.replace("the file", "")), "fields.tsv:1: column 6 is empty");
    }

    @Test
    void aWordThatIsNoChoiceIsNamedWithTheChoices() {
        assertBroken(
                () -> fields(FIELD.replace("quoted", "naked")),
                "fields.tsv:1: no \"naked\"; there are [bare, quoted, bare-in-net, unknown]");
        assertBroken(() -> fields(FIELD.replace("PATH", "Path")), "fields.tsv:1: no \"Path\"");
        assertBroken(() -> kinds(KIND.replace("3.0", "3.1")), "kinds.tsv:1: no \"3.1\"");
        assertBroken(() -> kinds(KIND.replace("yes", "no")), "kinds.tsv:1: no \"no\"");
    }

    @Test
    void aRepetitionIsNamed() {
        assertBroken(
                () -> fields(FIELD + FIELD.replace("path", "PATH")),
                "fields.tsv:2: the key PATH stands twice");
        assertBroken(() -> kinds(KIND + KIND), "kinds.tsv:2: the kind file/del stands twice");
        assertBroken(
                () -> groups("target\tpath\ntarget\tpath\n"),
                "groups.tsv:2: the group target stands twice");
        assertBroken(() -> groups("target\tpath path\n"), "groups.tsv:1: a key stands twice");
    }

    @Test
    void aKeyOrGroupThatNoTableHasIsNamed() {
        assertBroken(
                () -> groups("target\tpaht\n"),
                "groups.tsv:1: the key \"paht\" is missing from fields.tsv");
        assertBroken(
                () -> kinds(KIND.replace("G\tpath", "G\t@target")),
                "kinds.tsv:1: no group @target above this line");
    }

    @Test
    void aMissingTableIsNamed() {
        assertBroken(() -> Table.load("none.tsv", 1), "none.tsv is missing");
    }

    private static void assertBroken(ThrowingCallable reading, String message) {
        assertThatThrownBy(reading)
                .isInstanceOf(MarkIIException.class)
                .hasMessageStartingWith(message);
    }

    private static List<KnownField> fields(String text) {
        return FieldTable.fields(Table.parse(FieldTable.NAME, FieldTable.COLUMNS, text));
    }

    private static KeyGroups groups(String text) {
        return new KeyGroups(Table.parse(KeyGroups.NAME, KeyGroups.COLUMNS, text), fields(FIELD));
    }

    private static List<EventKind> kinds(String text) {
        return new KindTable(groups(""))
                .kinds(Table.parse(KindTable.NAME, KindTable.COLUMNS, text));
    }
}
