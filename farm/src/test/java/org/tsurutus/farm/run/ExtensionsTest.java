package org.tsurutus.farm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsurutus.farm.FarmException;

class ExtensionsTest {
    @TempDir Path run;

    @Test
    void aLetterIsTakenOnce() {
        Extensions letters = new Extensions(run.resolve("extend"));
        assertThat(letters.take()).isEmpty();

        Path letter = letters.ask(Duration.ofMinutes(2));

        assertThat(letter).exists();
        assertThat(letters.take()).containsExactly(Duration.ofMinutes(2));
        assertThat(letter).doesNotExist();
        assertThat(letters.take()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "0", "86401", "five", "1111111111111111111111111111"})
    void aLetterOfSomebodyElseIsNamedAndTakenOut(String text) throws IOException {
        Path letter = Files.writeString(run.resolve("x.seconds"), text);

        assertThatExceptionOfType(FarmException.class)
                .isThrownBy(() -> new Extensions(run).take())
                .withMessage(
                        letter
                                + " is no number of seconds from 1 to 86400; use `tsurutus runs extend`");
        assertThat(letter).doesNotExist();
    }
}
