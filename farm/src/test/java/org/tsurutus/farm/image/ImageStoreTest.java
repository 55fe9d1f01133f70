package org.tsurutus.farm.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.farm.host.Home;
import org.tsurutus.farm.host.Progress;

class ImageStoreTest {
    private static final Path GUEST = Path.of(System.getProperty("tsurutus.root"), "guest");

    @TempDir Path folder;

    private Home home() {
        return Home.of(Map.of("TSURUTUS_HOME", folder.toString()));
    }

    @Test
    void pruningRemovesWhatNoInputLeadsToAndKeepsTheRest() throws IOException {
        Path images = home().images();
        Path old = Files.createDirectory(images.resolve("wine32-000000000000"));
        Files.createFile(old.resolve("root.qcow2"));
        Path examples = Files.createDirectory(images.resolve("examples-1"));
        Path oldExamples = Files.createDirectory(images.resolve("examples-0"));

        assertThat(new ImageStore(home(), GUEST, "a PC", true, Progress.silent()).prune(examples))
                .containsExactlyInAnyOrder(old, oldExamples);
        assertThat(images)
                .isDirectoryContaining(examples::equals)
                .isDirectoryNotContaining(old::equals);
    }

    @Test
    void anImageThatWasNeverBuiltIsNotSaidToBe() {
        assertThat(
                        new ImageStore(home(), GUEST, "a PC", true, Progress.silent())
                                .isBuilt(GuestProfile.WINE32))
                .isFalse();
    }

    @Test
    void anotherMachineHasStatesOfItsOwnOnTheSameRootDisk() {
        ImageStore small = new ImageStore(home(), GUEST, "512 MiB", true, Progress.silent());
        ImageStore large = new ImageStore(home(), GUEST, "1024 MiB", true, Progress.silent());

        GuestImage one = small.wanted(GuestProfile.WINE32);
        GuestImage other = large.wanted(GuestProfile.WINE32);

        assertThat(one.boot()).isNotEqualTo(other.boot());
        assertThat(one.folder()).isEqualTo(other.folder());
    }
}
