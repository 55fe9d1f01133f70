package org.tsurutus.farm.lab;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Examples that ask questions are run on the real guest: behind every dialog that is answered
/// stands an act in the log.
@Tag("guest")
class DialogsRunTest {
    @TempDir Path runs;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dodger.exe",
                "chain.exe",
                "nihongo.exe",
                "behind.exe",
                "setup.exe",
                "package.exe"
            })
    void theLogShowsTheActBehindEveryDialog(String name) {
        ExampleRun.of(name, runs).assertDoneAsDeclared();
    }
}
