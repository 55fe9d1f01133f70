package org.tsurutus.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifeLockTest {
    @TempDir Path folder;

    @Test
    void askingForAnOwnLockDoesNotGiveItUp() throws IOException {
        Path file = folder.resolve("lock");
        try (LifeLock _ = LifeLock.make(file)) {
            assertThat(LifeLock.isHeld(file)).isTrue();
            assertThat(LifeLock.takeOver(file)).isEmpty();

            assertThat(kernelLocks(file)).isTrue();
        }
        assertThat(kernelLocks(file)).isFalse();
        assertThat(LifeLock.isHeld(file)).isFalse();
    }

    @Test
    void aLockIsKnownWhenItsFolderWasMoved() throws IOException {
        Path before = Files.createDirectory(folder.resolve("before"));
        try (LifeLock _ = LifeLock.make(before.resolve("lock"))) {
            Path after = Files.move(before, folder.resolve("after"));

            assertThat(LifeLock.isHeld(after.resolve("lock"))).isTrue();
            assertThat(LifeLock.takeOver(after.resolve("lock"))).isEmpty();
            assertThat(kernelLocks(after.resolve("lock"))).isTrue();
        }
    }

    @Test
    void whatADeadOwnerLeftIsTakenOverOnce() throws IOException {
        Path file = Files.createFile(folder.resolve("lock"));

        try (LifeLock _ = LifeLock.takeOver(file).orElseThrow()) {
            assertThat(LifeLock.takeOver(file)).isEmpty();
        }
    }

    @Test
    void nothingIsHeldWhereNothingIs() {
        assertThat(LifeLock.isHeld(folder.resolve("absent"))).isFalse();
        assertThat(LifeLock.takeOver(folder.resolve("gone").resolve("lock"))).isEmpty();
    }

    @Test
    void aLockIsMadeOnce() {
        Path file = folder.resolve("lock");
        try (LifeLock _ = LifeLock.make(file)) {
            assertThatThrownBy(() -> LifeLock.make(file))
                    .isInstanceOf(DiskException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    /// Whether the kernel lists a lock on the file, in which each line names an inode.
    private static boolean kernelLocks(Path file) throws IOException {
        String inode = ":" + Files.getAttribute(file, "unix:ino") + " ";
        return Files.readAllLines(Path.of("/proc/locks")).stream()
                .anyMatch(line -> line.contains(inode));
    }
}
