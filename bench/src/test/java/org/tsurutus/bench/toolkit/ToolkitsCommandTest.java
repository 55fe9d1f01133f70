package org.tsurutus.bench.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ToolkitsCommandTest {
    @ParameterizedTest
    @CsvSource({"--split,secret", "--rounds,0", "--rounds,many"})
    void anOptionThatMeansNothingIsAMistakeOfUsage(String option, String value) {
        assertThat(ToolkitsCommand.commandLine().execute(option, value, "/nowhere")).isEqualTo(2);
    }

    @Test
    void aToolkitThatThereIsNotIsNamed() {
        StringWriter said = new StringWriter();
        CommandLine command = ToolkitsCommand.commandLine().setErr(new PrintWriter(said, true));

        assertThat(command.execute("/nowhere", "motif")).isEqualTo(2);
        assertThat(said.toString())
                .contains("no toolkit is called 'motif'; there are gtk, qt, swing");
    }
}
