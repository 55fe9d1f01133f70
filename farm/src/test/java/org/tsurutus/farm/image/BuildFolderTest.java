package org.tsurutus.farm.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildFolderTest {
    @TempDir Path parent;

    @Test
    void aFolderIsBuiltOnce() {
        AtomicInteger builds = new AtomicInteger();

        BuildFolder.once(parent.resolve("image"), _ -> builds.incrementAndGet());
        BuildFolder.once(parent.resolve("image"), _ -> builds.incrementAndGet());

        assertThat(builds).hasValue(1);
        assertThat(parent.resolve("image")).isDirectory();
    }

    @Test
    void threadsThatWantItAtTheSameTimeWaitForTheOneThatBuildsIt() {
        AtomicInteger builds = new AtomicInteger();

        List<CompletableFuture<Path>> all =
                Stream.generate(() ->
                                CompletableFuture.supplyAsync(
                                        () ->
                                                BuildFolder.once(
                                                        parent.resolve("image"),
                                                        _ -> {
                                                            builds.incrementAndGet();
                                                            LockSupport.parkNanos(50_000_000);
                                                        }),
                                        work -> Thread.ofPlatform().start(work)))
                        .limit(4)
                        .toList();

        assertThat(all).extracting(CompletableFuture::join).containsOnly(parent.resolve("image"));
        assertThat(builds).hasValue(1);
    }

    @Test
    void aFailedBuildLeavesNoFolderAndTheNextStartsFresh() {
        assertThatThrownBy(() ->
                        BuildFolder.once(
                                parent.resolve("image"),
                                building -> {
                                    write(building.resolve("half"));
                                    throw new IllegalStateException("no");
                                }))
                .hasMessage("no");
        assertThat(parent.resolve("image")).doesNotExist();

        BuildFolder.once(parent.resolve("image"), building -> write(building.resolve("whole")));

        assertThat(parent.resolve("image"))
                .isDirectoryContaining("glob:**/whole")
                .isDirectoryNotContaining("glob:**/half");
    }

    private static void write(Path file) {
        try {
            Files.createFile(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
