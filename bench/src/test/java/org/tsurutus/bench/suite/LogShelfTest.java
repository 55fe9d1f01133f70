package org.tsurutus.bench.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogShelfTest {
    @TempDir Path folder = Path.of("");

    @Test
    void aLogIsMadeOnce() throws Exception {
        Path log = new LogShelf(folder, 7).log(50_000);
        Files.setLastModifiedTime(log, FileTime.fromMillis(1_000));

        Path again = new LogShelf(folder, 7).log(50_000);

        assertThat(again).isEqualTo(log);
        assertThat(Files.getLastModifiedTime(again).toMillis()).isEqualTo(1_000);
        assertThat(Files.size(log)).isBetween(50_000L, 53_000L);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void anotherSeedOrSizeIsAnotherLog() {
        Path log = new LogShelf(folder, 7).log(50_000);

        assertThat(new LogShelf(folder, 8).log(50_000)).isNotEqualTo(log);
        assertThat(new LogShelf(folder, 7).log(60_000)).isNotEqualTo(log);
    }
}
