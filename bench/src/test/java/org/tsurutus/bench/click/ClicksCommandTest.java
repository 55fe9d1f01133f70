package org.tsurutus.bench.click;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClicksCommandTest {
    @TempDir Path folder = Path.of("");

    @Test
    void aSplitThatThereIsNotIsAMistakeOfUsage() {
        assertThat(ClicksCommand.commandLine().execute("make", "--split", "secret", "/nowhere"))
                .isEqualTo(2);
    }

    @Test
    void aFolderThatIsNotThereIsAMatterOfTheHost() {
        String missing = folder.resolve("missing").toString();

        assertThat(ClicksCommand.commandLine().execute("score", missing)).isEqualTo(4);
    }
}
