package org.tsurutus.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            delimiter = '|',
            value = {
                "cmd.exe /c echo hello> C:\\child.txt|/c echo hello> C:\\child.txt",
                "\"C:\\Program Files\\a b.exe\"  one \"two three\"|one \"two three\"",
                "\"C:\\x\\\" y|y",
                "\"unclosed name and all|''",
                "\"quoted\"tail more|tail more",
                "alone.exe|''",
                "alone.exe   |''",
                "''|''",
            })
    void theProgramsNameIsLeftOutAsWindowsReadsIt(String line, String arguments) {
        assertThat(CommandLine.arguments(line)).isEqualTo(arguments);
    }
}
