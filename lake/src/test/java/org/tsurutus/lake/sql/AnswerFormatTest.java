package org.tsurutus.lake.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerFormatTest {
    @TempDir Path folder;

    private String print(AnswerFormat format, String query, long rows) throws IOException {
        Path log = Logs.write(folder.resolve("a.log"), "sn=1");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Lake lake = Lake.open(List.of(log.toString()));
                Answer answer = lake.query(query);
                PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
            assertThat(format.print(answer, out)).isEqualTo(rows);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aTableAlignsAlsoWideCharactersAndCutsLongCells() throws IOException {
        String query =
                "SELECT * FROM (VALUES ('表示', 1), ('abc', 22), (repeat('x', 70), NULL)) t(name, n)";

        assertThat(print(AnswerFormat.TABLE, query, 3).lines())
                .containsExactly(
                        "name" + " ".repeat(58) + "n",
                        "─".repeat(60) + "  ──",
                        "表示" + " ".repeat(58) + "1",
                        "abc" + " ".repeat(59) + "22",
                        "x".repeat(59) + "…");
    }

    @Test
    void aTableShowsNoControlOfATerminal() throws IOException {
        String query = "SELECT 'a' || chr(27) || '[2J' || chr(10) || chr(8238) AS c";

        assertThat(print(AnswerFormat.TABLE, query, 1).lines())
                .containsExactly("c", "─".repeat(14), "a␛[2J␊⟨U+202E⟩");
    }

    @Test
    void csvKeepsWhatItSeparatesAndNullApartFromEmpty() throws IOException {
        String query = "SELECT 'a,b' AS \"x,y\", 'say \"hi\"' AS b, '' AS c, NULL AS d";

        assertThat(print(AnswerFormat.CSV, query, 1))
                .isEqualTo("\"x,y\",b,c,d\n\"a,b\",\"say \"\"hi\"\"\",\"\",\n");
    }

    @Test
    void jsonKeepsNumbersFlagsListsAndStructures() throws IOException {
        String query =
                "SELECT 1 AS n, true AS f, [1, NULL] AS l, {'a': ['x']} AS s, map {'k': 2.5} AS m,"
                        + " NULL AS z, 'a\"' || chr(10) AS t, 'nan'::DOUBLE AS d";

        assertThat(print(AnswerFormat.JSON, query, 1))
                .isEqualTo(
                        """
                        {"n":1,"f":true,"l":[1,null],"s":{"a":["x"]},"m":{"k":2.5},"z":null,\
                        "t":"a\\"\\u000a","d":"NaN"}
                        """);
    }

    @Test
    void noRowIsNoRow() throws IOException {
        for (AnswerFormat format : AnswerFormat.values()) {
            print(format, "SELECT sn FROM log WHERE false", 0);
        }
    }
}
