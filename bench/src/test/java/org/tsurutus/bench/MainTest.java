package org.tsurutus.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

class MainTest {
    private final StringWriter errors = new StringWriter();
    private final CommandLine command = Main.commandLine().setErr(new PrintWriter(errors, true));

    @TempDir Path folder = Path.of("");

    @Test
    void whatIsNotThereToMeasureIsAMistakeOfUsage() {
        assertThat(command.execute("--folder", folder.toString(), "speed")).isEqualTo(2);
        assertThat(errors.toString())
                .contains("'speed'", "version, stats, convert, sql, jmh, heap");
    }

    @Test
    void noRoundsIsAMistakeOfUsage() {
        assertThat(command.execute("--rounds", "0", "stats")).isEqualTo(2);
        assertThat(errors.toString()).contains("--rounds must be 1 or more");
    }

    @Test
    void makeWritesALogOfTheWishedSize() throws Exception {
        Path log = folder.resolve("made.log");

        assertThat(command.execute("make", "--size", "64k", "--seed", "3", log.toString()))
                .isZero();

        assertThat(Files.size(log)).isBetween(65_536L, 68_000L);
        assertThat(Files.readString(log)).startsWith("01/05/2026 09:00:00.").endsWith("\n");
    }

    @Test
    void aLogThatCannotBeWrittenIsSaidInOneLine() {
        Path log = folder.resolve("no/such/folder/made.log");

        assertThat(command.execute("make", log.toString())).isEqualTo(4);
    }

    @Test
    void sizesAreReadInPowersOf1024() {
        ByteSize sizes = new ByteSize();

        assertThat(sizes.convert("4096")).isEqualTo(4_096);
        assertThat(sizes.convert("16M")).isEqualTo(16L << 20);
        assertThat(sizes.convert("4g")).isEqualTo(4L << 30);
        assertThatThrownBy(() -> sizes.convert("-1"))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("'-1' is no size");
    }
}
